namespace LambdaReports.Tables;

/// <summary>Parts of JSON documents.</summary>
static class JsonNodes
{
    internal static JsonObject Object(params (string Name, JsonNode? Value)[] fields)
    {
        JsonObject node = [];
        foreach (var (name, value) in fields)
        {
            node.Add(name, value);
        }

        return node;
    }

    internal static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
