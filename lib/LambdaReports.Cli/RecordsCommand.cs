using System.ComponentModel;
using LambdaReports.Tables;
using Spectre.Console.Cli;

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
    [Description("jsonl, csv or parquet.")]
    [DefaultValue(RecordFormat.Jsonl)]
    public RecordFormat Format { get; init; }

    [CommandOption("--out <FILE>")]
    [Description("Write to a file instead of standard output.")]
    public string? Out { get; init; }
}

/// <summary>Writes every record once, while reading.</summary>
sealed class RecordsCommand : Command<RecordsSettings>
{
    public override int Execute(CommandContext context, RecordsSettings settings, CancellationToken cancellation)
    {
        var records = Tables.Logs.Records(settings.Paths, settings.Selection);
        if (settings.Out is null)
        {
            using var output = Console.OpenStandardOutput();
            Write(records, settings.Format, output);
        }
        else
        {
            OutputFile.Write(settings.Out, output => Write(records, settings.Format, output));
        }

        return Messages.SayProblems(records.Account);
    }

    static void Write(InvocationReports records, RecordFormat format, Stream output)
    {
        Action<Stream> write = format switch
        {
            RecordFormat.Csv => records.WriteCsv,
            RecordFormat.Parquet => records.WriteParquet,
            _ => records.WriteJsonLines,
        };
        write(output);
        Messages.DemandRecords(records.Account);
    }
}
