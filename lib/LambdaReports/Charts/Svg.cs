namespace LambdaReports.Charts;

/// <summary>A piece of SVG.</summary>
sealed record Svg(string Markup)
{
    internal const double TextSize = 12;

    /// <summary>An attribute of text.</summary>
    internal static readonly Svg Bold = new(" font-weight=\"600\"");

    /// <summary>What is written in the string literal is markup, in which a line ends with a blank;
    /// what is inserted into it, such as a function's name, is shown as it is.</summary>
    internal static Svg Of(FormattableString svg) =>
        new(string.Format(svg.Format.ReplaceLineEndings(" "), [.. svg.GetArguments().Select(Insert)]));

    /// <summary>What is read aloud, or shown where a mouse rests.</summary>
    internal static Svg Title(string text) => Of($"<title>{text}</title>");

    internal static Svg Text(
        double x, double y, string text, string anchor, double size = TextSize, Svg? attribute = null, Svg? title = null) =>
        Of($"""
            <text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}"
            fill="currentColor"{attribute}>{text}{title}</text>
            """);

    internal static Svg Path(string data, double width, string? dash = null, string? name = null, bool filled = false)
    {
        var fill = filled ? "currentColor" : "none";
        var dashes = dash is null ? null : Of($" stroke-dasharray=\"{dash}\"");
        var opacity = filled ? Of($" fill-opacity=\"0.25\"") : null;
        var end = name is null ? Of($" />") : Of($">{Title(name)}</path>");
        return Of($"""<path d="{data}" fill="{fill}" stroke="currentColor" stroke-width="{width}"{dashes}{opacity}{end}""");
    }

    /// <summary>Tenths of a pixel are finer than any screen shows.</summary>
    internal static string Number(double value) =>
        (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    static string Insert(object? value) => value switch
    {
        Svg part => part.Markup,
        IEnumerable<Svg> parts => string.Concat(parts.Select(part => part.Markup)),
        double number => Number(number),
        // Attributes hold nothing from logs, so quotes may stay.
        _ => VisibleText.Escaped($"{value}"),
    };
}
