namespace LambdaReports.Charts;

/// <summary>Where the panels of a figure begin and end sideways: the same for all of them.</summary>
sealed class SvgLayout(Figure figure)
{
    /// <summary>Narrow enough to be read on a phone held sideways.</summary>
    internal const int Width = 640;

    internal const int MostLabelCharacters = 26;

    internal double Left { get; } = figure.Panels.Select(LabelWidth).Append(0).Max() + 26;

    internal double Right { get; } = Width - 22;

    static double LabelWidth(Panel panel) => panel.Y.Rows.Count == 0
        ? 56
        : panel.Y.Rows.Max(row => Math.Max(
            TextWidth.Of(VisibleText.Shorten(row.Label, MostLabelCharacters), 12),
            TextWidth.Of(row.Note, 11)));
}
