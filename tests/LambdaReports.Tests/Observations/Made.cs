using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace Tests.Observations;

/// <summary>Estimates made to measure, with all their uncertainty in one part.</summary>
static class Made
{
    /// <summary>A ratio whose logarithm has the given half-width.</summary>
    public static Estimate Ratio(double value, double half, Scope scope = Scope.Sandboxes) => new()
    {
        Value = value,
        Low = value * Math.Exp(-half),
        High = value * Math.Exp(half),
        Unit = Unit.Ratio,
        Scope = scope,
        Dependence = Dependence(half, scope),
    };

    /// <summary>A difference in ms.</summary>
    public static Estimate Difference(double value, double half) => new()
    {
        Value = value,
        Low = value - half,
        High = value + half,
        Unit = Unit.Milliseconds,
        Scope = Scope.Sandboxes,
        Dependence = Dependence(half, Scope.Sandboxes),
    };

    /// <summary>Three sandboxes of each function at the scope of sandboxes, else time
    /// alone.</summary>
    static Dependence Dependence(double half, Scope scope)
    {
        var sandboxes = scope == Scope.Sandboxes;
        var variance = Math.Pow(half / StudentQuantile.TwoSided(sandboxes ? 4 : 3, 0.05), 2);
        return new()
        {
            Sandboxes = sandboxes ? 6 : 2,
            BalancedSandboxes = sandboxes ? 3 : 1,
            Blocks = 60,
            BlockSeconds = 60,
            IndependentVariance = variance,
            SandboxVariance = sandboxes ? variance : null,
            CellVariance = sandboxes ? 0 : null,
            SandboxDegreesOfFreedom = sandboxes ? 4 : null,
            TimeVariance = sandboxes ? 0 : variance,
            TimeDegreesOfFreedom = 3,
            Autocorrelation = 0,
        };
    }
}
