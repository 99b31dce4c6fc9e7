namespace LambdaReports.Tables;

/// <summary>Parts of JSON documents.</summary>
static class JsonNodes
{
    internal static JsonObject Object(params (string Name, JsonNode? Value)[] fields) =>
        new(System.Array.ConvertAll(fields, field => KeyValuePair.Create(field.Name, field.Value)));

    internal static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
