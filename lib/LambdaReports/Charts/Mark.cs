namespace LambdaReports.Charts;

/// <summary>What a figure is made of. Coordinates are in the units of the panel's axes.</summary>
abstract record Mark;

/// <summary>A value at a row, such as a mean; hollow where no interval belongs to it.</summary>
sealed record Point(double X, double Y, RuntimeFamily Family, string Text, bool Hollow = false)
    : Mark;

/// <summary>A range at a row, such as a 95 % interval.</summary>
sealed record Interval(double Low, double High, double Y, RuntimeFamily Family, string Text) : Mark;

/// <summary>An amount at a row, drawn from zero.</summary>
sealed record Bar(double X, double Y, RuntimeFamily Family, string Text) : Mark;

/// <summary>A range of x through the whole panel, such as the margin of no difference.</summary>
sealed record Band(double Low, double High, string Text) : Mark;

/// <summary>A line that moves sideways, then up or down.</summary>
sealed record StepLine : Mark
{
    /// <summary>Where the steps are, ascending.</summary>
    internal required IReadOnlyList<double> X { get; init; }

    /// <summary>The height from each step to the next.</summary>
    internal required IReadOnlyList<double> Y { get; init; }

    internal required string Name { get; init; }

    internal required RuntimeFamily Family { get; init; }

    /// <summary>0 is solid; functions of one family differ by their dashes.</summary>
    internal int Dash { get; init; }

    /// <summary>The line starts and ends at its base and its area is shaded.</summary>
    internal bool Filled { get; init; }
}
