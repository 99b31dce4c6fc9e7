namespace LambdaReports.Charts;

/// <summary>One coordinate system of a figure; the panels of a figure stand below each other with
/// their left and right edges aligned.</summary>
sealed record Panel
{
    internal required Axis X { get; init; }

    /// <summary>Upwards for shares; rows are numbered from 0 at the top.</summary>
    internal required Axis Y { get; init; }

    /// <summary>The height of the plot area in CSS pixels.</summary>
    internal required int Height { get; init; }

    internal required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>A vertical line through the panel, such as "no difference".</summary>
    internal double? Reference { get; init; }

    /// <summary>The panel's step lines are named below it.</summary>
    internal bool HasLegend { get; init; }
}
