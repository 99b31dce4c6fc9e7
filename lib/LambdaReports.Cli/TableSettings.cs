using System.Text.Json.Nodes;

namespace LambdaReports.Cli;

enum TableFormat
{
    Table,
    Json,
    Csv,
    Md,
}

class TableSettings(ParseResult given) : SelectionSettings(given)
{
    internal static readonly Option ShownAs = OneOf<TableFormat>("--format", "FORMAT", "table (the default), json, csv or md.");

    internal static new IReadOnlyList<Option> Options => [.. SelectionSettings.Options, ShownAs];

    internal TableFormat Format => Value<TableFormat?>("--format") ?? TableFormat.Table;

    /// <summary>Writes a result in the format that was asked for; what the others need is not even
    /// loaded.</summary>
    internal void Write(Func<JsonNode> json, Action csv, Func<TextTable> table)
    {
        var write = Format switch
        {
            TableFormat.Json => () => Json.Write(json()),
            TableFormat.Csv => csv,
            _ => () => table().Write(Format),
        };
        write();
    }
}
