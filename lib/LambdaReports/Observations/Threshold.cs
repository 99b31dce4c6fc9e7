using System.Diagnostics.CodeAnalysis;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>What no comparison may be shown to exceed, such as <c>ratio&gt;1.05</c>: it is fulfilled where the whole 95 %
/// interval lies there.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Unit">Of the ratio, or of the difference in its unit.</param>
/// <param name="Relation">One of &lt; &lt;= &gt; &gt;=.</param>
/// <param name="Value">The limit.</param>
sealed partial record Threshold(string Text, Unit Unit, string Relation, double Value)
{
    /// <summary>Reads <c>ratio&gt;1.05</c>, <c>ratio&lt;=90%</c> or <c>difference&gt;1ms</c>.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out Threshold? threshold)
    {
        threshold = null;
        var match = Expression().Match(text);
        if (match.Success
            && double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            var unit = match.Groups["unit"].Value switch
            {
                "ms" => Unit.Milliseconds,
                "MB" => Unit.Megabytes,
                "USD" => Unit.DollarsPerMillion,
                _ => Unit.Ratio,
            };
            var isPercent = match.Groups["unit"].Value == "%";
            threshold = (match.Groups["quantity"].Value == "ratio") == (unit == Unit.Ratio) && (unit != Unit.Ratio || value > 0)
                ? new(text.Trim(), unit, match.Groups["relation"].Value, isPercent ? value / 100 : value)
                : null;
        }

        return threshold is not null;
    }

    /// <summary>Whether the whole interval lies beyond; <see langword="null"/> where there is none.</summary>
    internal bool? IsFulfilledBy(Comparison comparison) => EstimateOf(comparison) is { Low: { } low, High: { } high }
        ? Relation switch
        {
            ">" => low > Value,
            ">=" => low >= Value,
            "<" => high < Value,
            _ => high <= Value,
        }
        : null;

    /// <summary>What to say of a comparison; <see langword="null"/> where it does not fulfil it.</summary>
    internal string? Sentence(Comparison comparison) => IsFulfilledBy(comparison) switch
    {
        true => $"{comparison.Subject}: the {Quantity} {Digits.Of(EstimateOf(comparison))} fulfils {Text}",
        null => $"{comparison.Subject}: the {Quantity} has no interval, so {Text} is not fulfilled",
        _ => null,
    };

    string Quantity => Unit == Unit.Ratio ? "ratio" : "difference";

    Estimate EstimateOf(Comparison comparison) => Unit == Unit.Ratio ? comparison.Ratio : comparison.Difference;

    [GeneratedRegex(
        @"^\s*(?<quantity>ratio|difference)\s*(?<relation>[<>]=?)\s*(?<value>[-+]?[0-9]*\.?[0-9]+)\s*(?<unit>%|ms|MB|USD|)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        -1)]
    private static partial Regex Expression();
}
