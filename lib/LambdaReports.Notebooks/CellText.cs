using System.Collections;
using System.Globalization;
using System.Text;

namespace LambdaReports.Notebooks;

/// <summary>Values as they stand in tables.</summary>
static class CellText
{
    // A thousandth: of a millisecond it is the finest step that logs record.
    const int MostDecimals = 3;

    internal static string Of(object? value) => Of([value])[0];

    /// <summary>The values of one column: numbers have the same decimals in all its rows, as few as
    /// tell them apart to a thousandth.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<object?> column)
    {
        var decimals = column.OfType<double>().Where(double.IsFinite)
            .Select(Decimals).Append(0).Max();
        return [.. column.Select(value => Of(value, decimals))];
    }

    internal static bool IsNumber(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return !plain.IsEnum
            && Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }

    /// <summary>Text from logs without what HTML cannot hold or what reorders its
    /// neighbours.</summary>
    internal static string Visible(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = rune.Value is not ('\n' or '\t')
                && Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control or UnicodeCategory.Format;
            visible.Append(hidden ? "\uFFFD" : rune.ToString());
        }

        return visible.ToString();
    }

    static string Of(object? value, int decimals) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fff"),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.fffK"),
        TimeSpan span => $"{span.TotalMilliseconds:#,0.###} ms",
        double number => Number(number, decimals),
        IFormattable whole when IsNumber(value.GetType()) => whole.ToString("#,0.###", null),
        ICollection { Count: 0 } => "none",
        ICollection { Count: var count } => $"{count:#,0}",
        _ => value.ToString() ?? "",
    };

    static int Decimals(double number)
    {
        var thousandths = Math.Round(Math.Abs(number) % 1 * 1000);
        return (thousandths % 1000, thousandths % 100, thousandths % 10) switch
        {
            (0, _, _) => 0,
            (_, 0, _) => 1,
            (_, _, 0) => 2,
            _ => MostDecimals,
        };
    }

    // Too small for a thousandth, a number would look like zero.
    static string Number(double number, int decimals) => Math.Abs(number) is > 0 and < 0.001
        ? number.ToString("g3")
        : number.ToString($"N{decimals}");
}
