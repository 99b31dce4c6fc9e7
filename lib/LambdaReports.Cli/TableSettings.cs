namespace LambdaReports.Cli;

class TableSettings(ParseResult given) : SelectionSettings(given)
{
    internal static readonly Option ShownAs = OneOf("--format", "FORMAT", "table (the default), json, csv or md.", "table", "json", "csv", "md");

    internal static new IReadOnlyList<Option> Options => [.. SelectionSettings.Options, ShownAs];

    internal bool IsTable => Format == "table";

    internal bool IsMarkdown => Format == "md";

    string Format => Value<string?>("--format")?.ToLowerInvariant() ?? "table";

    /// <summary>Writes a result in the format that was asked for; what the others need is not even
    /// loaded.</summary>
    internal void Write(Func<JsonNode> json, Action csv, Func<TextTable> table)
    {
        var write = Format switch
        {
            "json" => () => Json.Write(json()),
            "csv" => csv,
            _ => () => table().Write(IsMarkdown),
        };
        write();
    }
}
