namespace LambdaReports.Tables;

/// <summary>Parts of JSON documents.</summary>
static class JsonNodes
{
    internal static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        JsonObject made = [];
        foreach (var (name, value) in fields)
        {
            made.Add(name, value);
        }

        return made;
    }

    internal static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
