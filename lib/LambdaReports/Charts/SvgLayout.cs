namespace LambdaReports.Charts;

/// <summary>Where the panels of a figure begin and end sideways: the same for all of
/// them.</summary>
static class SvgLayout
{
    /// <summary>Narrow enough to be read on a phone.</summary>
    internal const int Width = 500;

    internal const int Right = Width - 14;

    internal static double LeftOf(Figure figure) => figure.Panels.Select(LabelWidth).Append(0).Max() + 20;

    static double LabelWidth(Panel panel) => panel.Y.Rows.Count == 0
        ? 56
        : panel.Y.Rows.Max(row => Math.Max(TextWidth.Of(row.Short, 12), TextWidth.Of(row.Note, 11)));
}
