namespace LambdaReports.Tables;

/// <summary>What the integers of a table measure.</summary>
/// <param name="Unit">The unit in which people read it.</param>
/// <param name="StepsPerUnit">So many of the integers make one unit: 1,000 µs are a millisecond.</param>
/// <param name="Offset">What is added to each value, in units.</param>
/// <param name="IsExact">The values themselves lie on their step: it is no rounding.</param>
readonly record struct Quantity(Unit Unit, double StepsPerUnit, double Offset = 0, bool IsExact = false)
{
    /// <summary>µs, read as ms.</summary>
    internal static readonly Quantity Duration = new(Unit.Milliseconds, 1000);

    /// <summary>The same of what is paid, in whole ms.</summary>
    internal static readonly Quantity Billed = Duration with { IsExact = true, Noun = "billed duration" };

    /// <summary>µs, read as ms, of the init phase.</summary>
    internal static readonly Quantity Init = Duration with { Noun = "Init Duration" };

    /// <summary>MB.</summary>
    internal static readonly Quantity Memory = new(Unit.Megabytes, 1);

    /// <summary>What is measured, as in "the NOUN of Go".</summary>
    internal string Noun
    {
        get => field ?? Unit switch { Unit.Megabytes => "memory", Unit.DollarsPerMillion => "cost", _ => "duration" };
        init;
    }

    /// <summary>The noun of several values.</summary>
    internal string Plural => Unit == Unit.Milliseconds ? $"{Noun}s" : Noun;

    internal double Of(double steps) => (steps / StepsPerUnit) + Offset;
}

/// <summary>Units in words.</summary>
static class Units
{
    /// <summary>The unit's sign; empty where it has none.</summary>
    internal static string Sign(this Unit unit) => unit switch
    {
        Unit.Milliseconds => "ms",
        Unit.Megabytes => "MB",
        Unit.DollarsPerMillion => "US$/million",
        _ => "",
    };

    /// <summary>The value that is no difference.</summary>
    internal static double NoDifference(this Unit unit) => unit switch
    {
        Unit.Ratio => 1,
        Unit.Probability => 0.5,
        _ => 0,
    };

    /// <summary>The unit as it is typed.</summary>
    internal static string InputSign(this Unit unit) => unit == Unit.DollarsPerMillion ? "USD" : unit.Sign();

    /// <summary>The unit as it stands in the name of a field or a column.</summary>
    internal static string Suffix(this Unit unit) => unit switch
    {
        Unit.Megabytes => "MB",
        Unit.DollarsPerMillion => "USDPerMillion",
        _ => "Ms",
    };
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
