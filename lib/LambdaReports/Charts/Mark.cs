namespace LambdaReports.Charts;

/// <summary>What a figure is made of. Coordinates are in the units of the panel's axes.</summary>
abstract record Mark;

/// <summary>A value at a row, such as a mean; hollow where no interval belongs to it, with a label where no row names it.</summary>
sealed record Point(double X, double Y, RuntimeFamily Family, string Text, bool Hollow = false, string? Label = null) : Mark;

/// <summary>A range at a row, such as a 95 % interval.</summary>
sealed record Interval(double Low, double High, double Y, RuntimeFamily Family, string Text) : Mark;

/// <summary>A range of x through the whole panel, such as the margin of no difference.</summary>
sealed record Band(double Low, double High) : Mark;

/// <summary>A part of a row's bar, from one value to another.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Y">The row.</param>
/// <param name="Family">Its colour.</param>
/// <param name="Shade">How full the colour is, 0 to 1: parts differ by it.</param>
/// <param name="Text">What it stands for.</param>
sealed record Bar(double Low, double High, double Y, RuntimeFamily Family, double Shade, string Text) : Mark
{
    internal const double HalfHeight = 0.3;
}

/// <summary>A line that moves sideways, then up or down.</summary>
/// <param name="X">Where the steps are; ascending, unless the line is filled and comes back.</param>
/// <param name="Y">The height from each step to the next.</param>
/// <param name="Family">Its colour.</param>
/// <param name="Name">Whose line it is.</param>
/// <param name="Dash">0 is solid; functions of one family differ by their dashes.</param>
/// <param name="Filled">It starts and ends at its base and its area is shaded.</param>
sealed record StepLine(
    IReadOnlyList<double> X, IReadOnlyList<double> Y, RuntimeFamily Family, string Name, int Dash = 0, bool Filled = false) : Mark;
