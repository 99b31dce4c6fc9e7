using System.Collections;
using System.Text;
using LambdaReports.Statistics;

namespace LambdaReports.Notebooks;

/// <summary>Values as they stand in tables.</summary>
static class CellText
{
    internal static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fff"),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.fffK"),
        TimeSpan span => $"{span.TotalMilliseconds:#,0.###} ms",
        double number => Number(number),
        float number => Number(number),
        IFormattable whole when IsNumber(value.GetType()) => whole.ToString("#,0.######", formatProvider: null),
        ICollection { Count: var count } => $"{count:#,0} entries",
        _ => value.ToString() ?? "",
    };

    internal static bool IsNumber(Type type) =>
        Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.Decimal
        && !(Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    /// <summary>Text from logs without what HTML cannot hold or what reorders its neighbours.</summary>
    internal static string Visible(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var hidden = Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')
                || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format;
            visible.Append(hidden ? "\uFFFD" : rune.ToString());
        }

        return visible.ToString();
    }

    // Six significant digits: no duration of a record has more that matter.
    static string Number(double number) => number == 0 || Math.Abs(number) is >= 1e-4 and < 1e15
        ? number.ToString(Math.Abs(number) >= 1e5 ? "#,0" : "#,0.######")
        : number.ToString("g6");
}
