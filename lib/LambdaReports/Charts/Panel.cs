namespace LambdaReports.Charts;

/// <summary>One coordinate system of a figure; the panels of a figure stand below each other with
/// their left and right edges aligned.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards for shares; rows are numbered from 0 at the top.</param>
/// <param name="Height">The height of the plot area in CSS pixels.</param>
/// <param name="Marks">What is drawn, the later above the earlier.</param>
/// <param name="Reference">A vertical line through the panel, such as "no difference".</param>
sealed record Panel(Axis X, Axis Y, int Height, IReadOnlyList<Mark> Marks, double? Reference = null)
{
    /// <summary>The room for what is written to the left of the panel.</summary>
    internal double LabelWidth => Y.Rows
        .Select(row => Math.Max(TextWidth.Of(row.Short, Svg.TextSize), TextWidth.Of(row.Note, Svg.TextSize))).DefaultIfEmpty(56).Max();

    /// <summary>What a legend below the panel names: step lines that no row names.</summary>
    internal IReadOnlyList<StepLine> Legend => [.. Marks.OfType<StepLine>().Where(line => !line.Filled)];
}
