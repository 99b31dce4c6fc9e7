using System.Collections;
using LambdaReports.Statistics;

namespace LambdaReports.Charts;

/// <summary>Values as they stand in tables.</summary>
static class CellText
{
    internal static string Of(object? value) => Of([value])[0];

    /// <summary>The values of one column. Where a number is no whole one, all of the column have thousandths: of a millisecond
    /// that is the finest step that logs record. Shares and probabilities have up to two digits more, for three that count.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<object?> column)
    {
        double[] numbers = [.. column.OfType<double>()];
        var least = numbers.All(number => number is >= 0 and <= 1) ? numbers.Where(number => number > 0).DefaultIfEmpty(1).Min() : 1;
        var digits = numbers.All(number => number % 1 == 0) ? 0 : (int)Math.Clamp(2 - Math.Floor(Math.Log10(least)), 3, 5);
        return [.. column.Select(value => Of(value, digits))];
    }

    internal static bool IsNumber(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return !plain.IsEnum && Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }

    static string Of(object? value, int digits) => value switch
    {
        bool yes => yes ? "yes" : "no",
        Estimate estimate => Digits.Of(estimate),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fff"),
        TimeSpan span => $"{span.TotalMilliseconds:#,0.###} ms",
        // Too small for these digits, it would look like zero.
        double number when number != 0 && Math.Abs(number) < Math.Pow(10, -digits) / 2 =>
            $"{(number < 0 ? ">-" : "<")}{Math.Pow(10, -digits).ToString($"F{digits}")}",
        double number => number.ToString($"N{digits}"),
        IFormattable whole when IsNumber(value.GetType()) => whole.ToString("#,0.###", null),
        ICollection { Count: 0 } => "none",
        ICollection { Count: var count } => $"{count:#,0}",
        _ => $"{value}",
    };
}
