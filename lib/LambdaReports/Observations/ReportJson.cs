using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A report's verdicts for programs, and which of them differ from an earlier report's.</summary>
static class ReportJson
{
    /// <summary>In a report's folder.</summary>
    internal const string FileName = "report.json";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Origin, claims as <c>claims</c> writes them, and input as <c>summary</c> does.</summary>
    internal static string Of(Tables.Logs logs, IReadOnlyList<Observation> claims) => JsonNodes.Object(
        ("origin", logs.Study.Origin),
        ("claims", ClaimsJson.Of(claims)),
        ("input", SummaryJson.Input(logs.Account))).ToJsonString(Indented) + "\n";

    /// <summary>A sentence for each claim whose outcome is another one, or that only one of the two reports has.</summary>
    /// <exception cref="InvalidDataException">The folder holds no report.</exception>
    internal static IReadOnlyList<string> Changes(string folder, IReadOnlyList<Observation> claims)
    {
        var (then, now) = (OutcomesIn(folder), ClaimsJson.Of(claims).ToDictionary(Id, Outcome));
        return
        [
            .. from id in then.Keys.Union(now.Keys)
               let before = then.GetValueOrDefault(id, "not there")
               let after = now.GetValueOrDefault(id, "not there")
               where before != after
               select $"{id}: {before} before, {after} now.",
        ];
    }

    static Dictionary<string, string> OutcomesIn(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            if (File.Exists(file) && JsonNode.Parse(File.ReadAllText(file)) is JsonObject report && report["claims"] is JsonArray claims)
            {
                return claims.ToDictionary(Id, Outcome);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} cannot be read: {error.Message}", error);
        }

        throw new InvalidDataException($"--previous: {folder} holds no {FileName} of an earlier report; name its folder");
    }

    static string Id(JsonNode? claim) => (string)claim!["id"]!;

    static string Outcome(JsonNode? claim) => (string)claim!["outcome"]! is "notApplicable" ? "not applicable" : (string)claim["outcome"]!;
}
