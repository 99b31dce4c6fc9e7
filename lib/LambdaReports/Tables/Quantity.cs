namespace LambdaReports.Tables;

/// <summary>What the integers of a table measure.</summary>
/// <param name="Unit">The unit in which people read it.</param>
/// <param name="StepsPerUnit">So many of the integers make one unit: 1,000 µs are a millisecond.</param>
/// <param name="Offset">What is added to each value, in units.</param>
readonly record struct Quantity(Unit Unit, double StepsPerUnit, double Offset = 0)
{
    /// <summary>µs, read as ms.</summary>
    internal static readonly Quantity Duration = new(Unit.Milliseconds, 1000);

    internal double Of(double steps) => (steps / StepsPerUnit) + Offset;
}

/// <summary>What an estimate is measured in.</summary>
public enum Unit
{
    /// <summary>Milliseconds; of a difference, 0 is none.</summary>
    Milliseconds,

    /// <summary>A quotient of two equal units; 1 is no difference.</summary>
    Ratio,

    /// <summary>A probability, 0 to 1; of one that compares, ½ is no difference.</summary>
    Probability,

    /// <summary>A number without a unit; of a difference, 0 is none.</summary>
    Number,

    /// <summary>MB as Lambda's logs count them.</summary>
    Megabytes,

    /// <summary>US dollars for a million requests.</summary>
    DollarsPerMillion,
}
