using System.Globalization;
using Amazon.CloudWatchLogs.Model;
using LambdaReports.Logs;
using LambdaReports.Tables;

namespace LambdaReports.Aws.Engines;

/// <summary>A row that Logs Insights answered: texts, of which those without a value are missing.</summary>
/// <param name="fields">In whatever order.</param>
sealed class InsightsRow(IEnumerable<ResultField> fields)
{
    readonly Dictionary<string, string> values = fields.Where(field => field.Field is not null && field.Value is not null)
        .DistinctBy(field => field.Field).ToDictionary(field => field.Field!, field => field.Value!);

    internal long FirstMs => Whole("first");

    internal long LastMs => Whole("last");

    /// <summary>Whose it is.</summary>
    /// <param name="function">The function, unless the streams of several are in one log group.</param>
    internal Population PopulationOf(string function) => new(
        values.GetValueOrDefault("shared") is { Length: > 0 } named ? named : function,
        values.GetValueOrDefault("version"),
        Architecture: null,
        values.ContainsKey("memory") ? (int)Whole("memory") : null,
        Is("cold") ? StartKind.Cold : Is("restored") ? StartKind.Restored : StartKind.Warm);

    /// <summary>As a row of a table file.</summary>
    /// <param name="seconds">The length of its block.</param>
    /// <exception cref="FetchException">A number is none, or a sum is beyond what floating numbers tell exactly.</exception>
    internal TableRow ToTableRow(int? seconds)
    {
        TableRow row = new()
        {
            Stream = values.GetValueOrDefault("@logStream")?.Replace('/', '-'),
            Block = values.ContainsKey("block") ? DateTime.UnixEpoch.AddSeconds(Whole("block") * seconds!.Value) : null,
            BlockSeconds = seconds,
            Count = Whole("n"),
        };
        const decimal part = InsightsText.Part;
        return values.ContainsKey("us")
            ? row with { ValueUs = Whole("us"), ResolutionUs = Is("json") ? 1 : 10 }
            : row with
            {
                Sum = (part * Whole("h")) + Whole("l"),
                SumOfSquares = (part * part * Whole("hh")) + (2 * part * Whole("hl")) + Whole("ll"),
            };
    }

    bool Is(string name) => values.GetValueOrDefault(name) is "1" or "true";

    long Whole(string name) =>
        double.TryParse(values.GetValueOrDefault(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsInteger(number) && number is >= 0 and < InsightsText.MostExact
            ? (long)number
            : throw new FetchException($"Logs Insights gives no exact number for {name}; fetch the logs instead", hasBegun: true);
}
