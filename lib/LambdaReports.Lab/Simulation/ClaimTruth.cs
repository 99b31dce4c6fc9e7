namespace LambdaReports.Lab.Simulation;

/// <summary>Whether a claim of the article holds in a scenario: by its parameters, never by what was drawn.</summary>
/// <param name="Id">As of the judged claims.</param>
/// <param name="Holds">With the claim's own margin.</param>
/// <param name="Effect">The true value of what the claim's verdict estimates: a ratio, of claim 5 milliseconds.</param>
sealed record ClaimTruth(string Id, bool Holds, double Effect)
{
    const double Rounding = 1e-9;
    const double Equal = 1e-6;

    // Minutes and sandboxes move no ratio by so much.
    const double LowerInEveryMinute = 0.75;

    /// <summary>Every claim on durations.</summary>
    internal static IReadOnlyList<ClaimTruth> Of(SimulatedScenario scenario)
    {
        var laws = SimulatedScenario.Functions.Zip(scenario.Laws).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        string[] newest = ["aws-csharp2", "aws-fsharp2"];
        string[] go = ["aws-go", "aws-go-small", "python-go"];
        var slower = newest.Max(function => laws.Keys.Except(newest).Max(other => Ratio(function, other)));
        var upTo = go.Max(function => newest.Max(other => Ratio(function, other)));
        return
        [
            Below("1a", slower, 1),
            Below("1b", slower, LowerInEveryMinute),
            Below("1c", upTo, 3.5, from: 2.5),
            Below("1d", Math.Max(Ratio("aws-csharp2", "aws-csharp"), Ratio("aws-fsharp2", "aws-fsharp")), 1),
            Below("2a", Ratio("aws-go", "aws-java"), 1.1, from: 1 / 1.1),
            Below("2a-literal", Ratio("aws-go", "aws-java"), 1 + Equal, from: 1 - Equal),
            Below("2b", laws["aws-go"].DeviationMs / laws["aws-java"].DeviationMs, 1),
            Below("2c", Ratio("aws-go", "aws-go-small"), 1.1),
            Below("2d", Ratio("aws-go", "python-go"), 1.1),
            Below("3", StaticOverDynamic(0.001), 1.25, from: 1 / 1.25),
            Below("3-literal", StaticOverDynamic(1.0 / (SimulatedLogs.PerMinute * Hour.Minutes)), 1 + Equal, from: 1 - Equal),
            Below("4b-speed", Ratio("aws-go", "aws-go-small"), 1.1, from: 1 / 1.1),
            Below("5", laws.Values.Max(law => law.MeanMs) - laws.Values.Min(law => law.MeanMs), 10),
        ];

        double Ratio(string function, string other) => laws[function].MeanMs / laws[other].MeanMs;

        // Of the duration that a share of the invocations exceed, over the mean.
        double StaticOverDynamic(double share) => Math.Exp(LogTail("static", share) - LogTail("dynamic", share));

        double LogTail(string typing, double share) => SimulatedScenario.Functions.Where(function => function.Typing == typing)
            .Average(function => Math.Log(laws[function.Name].ExceededByMs(share) / laws[function.Name].MeanMs));
    }

    static ClaimTruth Below(string id, double effect, double limit, double from = double.NegativeInfinity) =>
        new(id, effect > from + Rounding && effect < limit - Rounding, Math.Round(effect, 6));
}
