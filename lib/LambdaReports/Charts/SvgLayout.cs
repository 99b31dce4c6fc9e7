namespace LambdaReports.Charts;

/// <summary>Where the panels of a figure begin and end sideways: the same for all of
/// them.</summary>
sealed class SvgLayout(Figure figure)
{
    /// <summary>Narrow enough to be read on a phone.</summary>
    internal const int Width = 500;

    internal const int MostLabelCharacters = 22;

    internal double Left { get; } = figure.Panels.Select(LabelWidth).Append(0).Max() + 20;

    internal double Right { get; } = Width - 14;

    static double LabelWidth(Panel panel) => panel.Y.Rows.Count == 0
        ? 56
        : panel.Y.Rows.Max(row => Math.Max(
            TextWidth.Of(VisibleText.Shorten(row.Label, MostLabelCharacters), 12),
            TextWidth.Of(row.Note, 11)));
}
