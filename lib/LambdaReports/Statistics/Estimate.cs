namespace LambdaReports.Statistics;

/// <summary>A statistic with its 95 % interval, what the interval speaks about, and its doubts.</summary>
public sealed record Estimate
{
    /// <summary>The point estimate, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>The lower end of the two-sided 95 % interval; <see langword="null"/> where the
    /// evidence gives none (<see cref="Scope.Records"/>).</summary>
    public double? Low { get; init; }

    /// <summary>The upper end; see <see cref="Low"/>.</summary>
    public double? High { get; init; }

    /// <summary>What the value is measured in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What the interval speaks about.</summary>
    public required Scope Scope { get; init; }

    /// <summary>How the interval came about; <see langword="null"/> where there is none.</summary>
    public Dependence? Dependence { get; init; }

    /// <summary>The limits of the evidence, each with its remedy.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>What an estimate is measured in.</summary>
public enum Unit
{
    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>A quotient of two equal units; 1 is no difference.</summary>
    Ratio,
}

/// <summary>The ladder of evidence: what a statement may be about.</summary>
public enum Scope
{
    /// <summary>These records: a fact, without an interval.</summary>
    Records,

    /// <summary>This run: its hour and its sandboxes; time is the only chance.</summary>
    Run,

    /// <summary>Other sandboxes that Lambda might have given in that hour.</summary>
    Sandboxes,
}
