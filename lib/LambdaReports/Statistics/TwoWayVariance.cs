using MathNet.Numerics.RootFinding;

namespace LambdaReports.Statistics;

/// <summary>The variance of an estimate in its two parts, each with its degrees of
/// freedom.</summary>
/// <remarks>
/// The two-way clustering identity V_s + V_t − V_i (Cameron, Gelbach and Miller 2011; with serially
/// correlated time effects Chiang, Hansen and Sasaki 2024), each part carried at its own Student
/// quantile (Cochran's device), so that no pooled degrees of freedom have to be estimated.
/// </remarks>
/// <param name="Sandbox">V_s; 0 where the estimate speaks about this run only.</param>
/// <param name="SandboxDegreesOfFreedom">At least 1; <see langword="null"/> without that
/// part.</param>
/// <param name="Time">V_t.</param>
/// <param name="TimeDegreesOfFreedom">At least 1.</param>
/// <param name="Cell">V_i, what both parts count; 0 where one of them is absent.</param>
readonly record struct TwoWayVariance(
    double Sandbox, double? SandboxDegreesOfFreedom, double Time, double TimeDegreesOfFreedom, double Cell)
{
    /// <summary>No p-value is given below this one.</summary>
    internal const double SmallestP = 1e-100;

    const double NearlyOne = 1 - 1e-9;

    /// <summary>V: the sum of the parts, and no less than either.</summary>
    internal double Total => Math.Max(Sandbox + Time - Cell, Math.Max(Sandbox, Time));

    /// <summary>C(α): half the width of the two-sided interval at level 1 − α.</summary>
    internal double HalfWidth(double alpha)
    {
        var widened = this with
        {
            Sandbox = SandboxDegreesOfFreedom is { } df ? Square(StudentQuantile.TwoSided(df, alpha)) * Sandbox : 0,
            Time = Square(StudentQuantile.TwoSided(TimeDegreesOfFreedom, alpha)) * Time,
            Cell = Square(StudentQuantile.NormalTwoSided(alpha)) * Cell,
        };
        return Math.Sqrt(widened.Total);
    }

    /// <summary>The two-sided p-value: the α whose half-width is the distance.</summary>
    /// <param name="distance">Between the estimate and the value under test, not below 0.</param>
    internal double PValue(double distance)
    {
        if (distance >= HalfWidth(SmallestP))
        {
            return SmallestP;
        }

        if (distance <= HalfWidth(NearlyOne))
        {
            return 1;
        }

        // C falls as α grows: t² is convex in z², so the sum rises with z where it is the largest.
        var variance = this;
        var found = Brent.TryFindRoot(
            logAlpha => Math.Log(variance.HalfWidth(Math.Exp(logAlpha)) / distance),
            Math.Log(SmallestP), Math.Log(NearlyOne), accuracy: 1e-13, maxIterations: 200, out var root);
        return found ? Math.Exp(root) : 1;
    }

    static double Square(double x) => x * x;
}
