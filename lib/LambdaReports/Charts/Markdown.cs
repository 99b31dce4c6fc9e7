namespace LambdaReports.Charts;

/// <summary>Sentences that a cell computes: markdown whose inserted values are plain
/// text.</summary>
public sealed class Markdown
{
    const string AnywhereSpecial = "\\`*_{}[]()<>|~&$";
    const string FirstSpecial = "#+-=";

    readonly string plain;

    Markdown(string text, string plain)
    {
        Text = text;
        this.plain = plain;
    }

    /// <summary>The markdown.</summary>
    public string Text { get; }

    /// <summary>What is written in the string literal is markdown; what is inserted into it, such
    /// as a function's name, is shown as it is.</summary>
    public static Markdown Of(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(string.Format(text.Format, [.. text.GetArguments().Select(Escape)]), text.ToString());
    }

    /// <summary>An item a line.</summary>
    public static Markdown List(IEnumerable<Markdown> items)
    {
        Markdown[] all = [.. items];
        return new(
            string.Join('\n', all.Select(item => $"- {item.Text}")),
            string.Join('\n', all.Select(item => $"- {item}")));
    }

    /// <summary>The text without escapes.</summary>
    public override string ToString() => VisibleText.Of(plain);

    static object Escape(object? value) => value switch
    {
        Markdown markdown => markdown.Text,
        IFormattable => value,
        _ => string.Concat(VisibleText.Of($"{value}".ReplaceLineEndings(" ")).Select((c, i) =>
            AnywhereSpecial.Contains(c) || (i == 0 && FirstSpecial.Contains(c)) ? $"\\{c}" : $"{c}")),
    };
}
