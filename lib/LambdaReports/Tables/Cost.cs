using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What invocations cost.</summary>
static class Cost
{
    const double MBPerGB = 1024;

    /// <summary>What the billed durations cost: for each µs, a million requests cost as many GB-seconds as there are GB.</summary>
    internal static Sample Of(Sample billed, Prices prices)
    {
        var (_, _, architecture, memory, _) = billed.Population;
        return memory is > 0
            ? billed.With(new(
                Unit.DollarsPerMillion,
                1 / (memory.Value / MBPerGB * (architecture == "arm64" ? prices.PerGBSecondArm : prices.PerGBSecond)),
                prices.PerMillionRequests,
                IsExact: true))
            : new Sample(billed.Population, [], [], [], billed.BlockSeconds).With(
                new(Unit.DollarsPerMillion, 1),
                whyEmpty: "has no memory size in its records, on which the price depends: export whole REPORT records");
    }
}
