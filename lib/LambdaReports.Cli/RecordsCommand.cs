namespace LambdaReports.Cli;

sealed class RecordsSettings(ParseResult given) : SelectionSettings(given)
{
    internal static new IReadOnlyList<Option> Options =>
    [
        .. SelectionSettings.Options,
        OneOf("--format", "FORMAT", "jsonl, csv or parquet; unless given, by the ending of --out, else jsonl.", "jsonl", "csv", "parquet"),
        Option<string?>("--out", "FILE", "Write to a file instead of standard output."),
        Option<string?>("--rejected", "FILE", "Write the lines that begin as a record and are not one, with their text, as JSON lines."),
    ];

    internal string? Format => Value<string?>("--format")?.ToLowerInvariant();

    internal string? Rejected => Value<string?>("--rejected");
}

/// <summary>Writes every record once, while reading.</summary>
static class RecordsCommand
{
    internal static int Execute(RecordsSettings settings)
    {
        OutputFile.Demand(settings, ("--out", settings.Out), ("--rejected", settings.Rejected));
        using SpooledInput spooled = new(settings.Given, readOnce: true);
        using var rejected = settings.Rejected is { } file ? OutputFile.Create(file) : null;
        var records = Tables.Logs.Records(spooled.Paths, settings.Selection, rejected);
        OutputFile.Write(settings.Out, output => Write(records, settings, output));
        return Messages.SayProblems(records.Account);
    }

    static void Write(InvocationReports records, RecordsSettings settings, Stream output)
    {
        Action<Stream> write = (settings.Format, Path.GetExtension(settings.Out)) switch
        {
            ("csv", _) or (null, ".csv") => records.WriteCsv,
            ("parquet", _) or (null, ".parquet") => records.WriteParquet,
            _ => records.WriteJsonLines,
        };
        write(output);
        Messages.DemandRecords(records.Account, settings.Given, settings);
    }
}
