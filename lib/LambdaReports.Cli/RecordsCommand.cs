namespace LambdaReports.Cli;

enum RecordFormat
{
    Jsonl,
    Csv,
    Parquet,
}

sealed class RecordsSettings : PathSettings
{
    [CommandOption("--format <FORMAT>")]
    [Description("jsonl, csv or parquet; unless given, by the ending of --out, else jsonl.")]
    public RecordFormat? Format { get; init; }

    [CommandOption("--out <FILE>")]
    [Description("Write to a file instead of standard output.")]
    public string? Out { get; init; }

    [CommandOption("--rejected <FILE>")]
    [Description("Write the lines that begin as a record and are not one, with their text, as JSON lines.")]
    public string? Rejected { get; init; }
}

/// <summary>Writes every record once, while reading.</summary>
sealed class RecordsCommand : Command<RecordsSettings>
{
    public override int Execute(CommandContext context, RecordsSettings settings, CancellationToken cancellation)
    {
        OutputFile.Demand(settings, ("--out", settings.Out), ("--rejected", settings.Rejected));
        using SpooledInput spooled = new(settings.Paths, readOnce: true);
        using var rejected = settings.Rejected is { } file ? OutputFile.Create(file) : null;
        var records = Tables.Logs.Records(spooled.Paths, settings.Selection, rejected);
        OutputFile.Write(settings.Out, output => Write(records, settings, output));
        return Messages.SayProblems(records.Account);
    }

    static void Write(InvocationReports records, RecordsSettings settings, Stream output)
    {
        Action<Stream> write = (settings.Format, Path.GetExtension(settings.Out)) switch
        {
            (RecordFormat.Csv, _) or (null, ".csv") => records.WriteCsv,
            (RecordFormat.Parquet, _) or (null, ".parquet") => records.WriteParquet,
            _ => records.WriteJsonLines,
        };
        write(output);
        Messages.DemandRecords(records.Account, settings.Paths, settings);
    }
}
