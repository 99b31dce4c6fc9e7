using System.Text.Json.Nodes;

namespace LambdaReports.Cli;

enum TableFormat
{
    Table,
    Json,
    Csv,
    Md,
}

class TableSettings : PathSettings
{
    [CommandOption("--format <FORMAT>")]
    [Description("table (the default), json, csv or md.")]
    public TableFormat Format { get; init; }

    /// <summary>Writes a result in the format that was asked for; what the others need is not even
    /// loaded.</summary>
    internal void Write(Func<JsonNode> json, Action csv, Func<TextTable> table) => Write(Format, json, csv, table);

    internal static void Write(TableFormat format, Func<JsonNode> json, Action csv, Func<TextTable> table)
    {
        var write = format switch
        {
            TableFormat.Json => () => Json.Write(json()),
            TableFormat.Csv => csv,
            _ => () => table().Write(format),
        };
        write();
    }
}
