using System.Collections;
using LambdaReports.Statistics;

namespace LambdaReports.Charts;

/// <summary>Values as they stand in tables.</summary>
static class CellText
{
    internal static string Of(object? value) => Of([value])[0];

    /// <summary>The values of one column. Where a number is no whole one, all of the column have
    /// thousandths: of a millisecond that is the finest step that logs record.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<object?> column)
    {
        var format = column.OfType<double>().All(number => number % 1 == 0) ? "N0" : "N3";
        return [.. column.Select(value => Of(value, format))];
    }

    internal static bool IsNumber(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return !plain.IsEnum && Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }

    static string Of(object? value, string format) => value switch
    {
        bool yes => yes ? "yes" : "no",
        Estimate estimate => Digits.Of(estimate),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fff"),
        TimeSpan span => $"{span.TotalMilliseconds:#,0.###} ms",
        // Too small for a thousandth, it would look like zero.
        double and (> -0.001 and < 0 or > 0 and < 0.001) => $"{value:g3}",
        double number => number.ToString(format),
        IFormattable whole when IsNumber(value.GetType()) => whole.ToString("#,0.###", null),
        ICollection { Count: 0 } => "none",
        ICollection { Count: var count } => $"{count:#,0}",
        _ => $"{value}",
    };
}
