using System.Text.Json;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Oracles;

namespace Tests.Statistics;

/// <summary>Intervals against R 4.2 with clubSandwich 0.5.8 (Oracles/engine.R).</summary>
public class EngineOracleTests
{
    const long StartMs = 1_750_003_200_000;
    const long HourMs = 3_600_000;

    static readonly JsonElement Figures = Oracle.Read("engine.json");

    public static TheoryData<string> Names =>
        [.. Figures.EnumerateObject().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_interval_is_that_of_R(string name)
    {
        var expected = Figures.GetProperty(name);
        var estimate = EstimateOf(name);
        var dependence = estimate.Dependence!;
        var log = estimate.Unit == Unit.Ratio;
        Near("estimate", estimate.Effect, 1e-13);
        Near("timeVariance", dependence.TimeVariance, 1e-12);
        Near("timeDf", dependence.TimeDegreesOfFreedom, 1e-9);
        Near("autocorrelation", dependence.Autocorrelation, 1e-12);
        Near("independentVariance", dependence.IndependentVariance, 1e-12);
        Near("designEffect", dependence.DesignEffect, 1e-12);
        Near("halfWidth05", dependence.Variance.HalfWidth(0.05), 1e-9);
        Near("halfWidth05", estimate.HalfWidth, 1e-9);
        Near("halfWidth001", dependence.Variance.HalfWidth(0.001), 1e-9);
        var hypothesis = expected.GetProperty("null").GetDouble();
        Near("p", estimate.PValueAgainst(log ? Math.Exp(hypothesis) : hypothesis), 1e-7);
        if (expected.TryGetProperty("sandboxVariance", out _))
        {
            Near("sandboxVariance", dependence.SandboxVariance, 1e-12);
            Near("sandboxDf", dependence.SandboxDegreesOfFreedom, 1e-9);
            Near("cellVariance", dependence.CellVariance, 1e-12);
        }
        else
        {
            Assert.Null(dependence.SandboxVariance);
        }

        void Near(string property, double? actual, double tolerance) => Oracle.Near(
            expected.GetProperty(property).GetDouble(), actual, tolerance, $"{name}, {property}");
    }

    static Estimate EstimateOf(string name)
    {
        var h = Oracle.Sample("h-unequal");
        var b = Oracle.Sample("h-baseline");
        return name switch
        {
            "mean" => h.Mean(),
            "mean of two streams" => TwoStreams().Mean(),
            "mean, this run" => OneStream("h-unequal").Mean(),
            "difference" => h.DifferenceTo(b),
            "ratio" => h.RatioTo(b),
            "ratio, other way round" => b.RatioTo(h),
            "ratio, this run" => OneStream("h-unequal").RatioTo(OneStream("h-baseline")),
            "ratio, three hours apart" => h.RatioTo(Later(3 * HourMs)),
            "difference, three hours apart" => h.DifferenceTo(Later(3 * HourMs)),
            "ratio, half overlapping" => h.RatioTo(Later(HourMs / 2)),
            "ratio, in ten minutes" => Hastened("h-unequal").RatioTo(Hastened("h-baseline")),
            "ratio, separated" => h.RatioTo(
                Oracle.Sample("h-baseline", r => r with { ValueUs = r.ValueUs + 1_000_000 })),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such case."),
        };
    }

    static Sample OneStream(string name) => Oracle.Sample(name, r => r with { Stream = "only" });

    static Sample Later(long ms) =>
        Oracle.Sample("h-baseline", r => r with { TimeMs = r.TimeMs + ms });

    static Sample Hastened(string name) =>
        Oracle.Sample(name, r => r with { TimeMs = StartMs + ((r.TimeMs - StartMs) / 6) });

    static Sample TwoStreams() => RecordSample.Of(
        "h", Oracle.Records("h-unequal").Where(r => r.Stream is "h-unequal-0" or "h-unequal-3"));
}
