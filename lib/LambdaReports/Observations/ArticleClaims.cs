using LambdaReports.Statistics;
using LambdaReports.Tables;
using static LambdaReports.Observations.FunctionGroup;

namespace LambdaReports.Observations;

/// <summary>The claims of the article of January 2018 on durations. ".NET Core 2.0" is the newest .NET of the study,
/// "1.0" the oldest.</summary>
static class ArticleClaims
{
    static readonly Margin SameDuration = Margin.Relative(0.1);
    static readonly FunctionGroup[] Newest = [NewestDotNet("C#"), NewestDotNet("F#")];

    internal static IReadOnlyList<ClaimDefinition> All { get; } =
    [
        new("1a", "C# and F# on .NET Core 2.0 have a lower average duration than every other runtime",
            [.. Newest.Select(group => (group, OtherThanNewestDotNet))],
            ClaimRule.AllOf(Claim.Lower())) { SpeaksOfAll = true },
        new("1b", "C# and F# on .NET Core 2.0 are lower all through the hour",
            [.. Newest.Select(group => (group, OtherThanNewestDotNet))],
            new("the ratio of means lies below 1 in every block of 60 s",
                pairs => EveryBlock.Lower([.. pairs.Select(pair => (pair.Candidate.Warm, pair.Other.Warm))], 60))) { SpeaksOfAll = true },
        new("1c", ".NET Core 2.0 is up to 3 times faster than Go",
            [.. Newest.Select(group => (AnyGo, group))],
            new("the largest ratio of means lies between 2.5 and 3.5", pairs => LargestRatio.Within(pairs, 2.5, 3.5), IsOfMeans: true)),
        new("1d", ".NET Core 2.0 beats .NET Core 1.0, for C# and for F#",
            [.. Newest.Zip([OldestDotNet("C#"), OldestDotNet("F#")])],
            ClaimRule.AllOf(Claim.Lower())),
        new("2a", "Go's average duration is the same as Java's", [(Go, Java)],
            AlsoWithin(0.05, ClaimRule.AllOf(Claim.Same(SameDuration)))),
        new("2a-literal", "Go's average duration is exactly the same as Java's",
            [(Go, Java)],
            ClaimRule.AllOf(Claim.Equal(), difference: true)),
        new("2b", "Go varies slightly less than Java",
            [(Go, Java)],
            new("every ratio of mean absolute deviations lies below 1", pairs => Slightly(ClaimRule.AllOf(Claim.Lower()).Judge(
                [.. pairs.Select(pair => new ComparedPair(pair.Candidate, pair.Other, Statistic.MeanAbsoluteDeviation))])))),
        new("2c", "UPX brings Go no gain in duration", [(Go, GoSmall)], ClaimRule.AllOf(Claim.NoGain(SameDuration))),
        new("2d", "The Python shim brings Go no gain in duration", [(Go, GoShim)], ClaimRule.AllOf(Claim.NoGain(SameDuration))),
        new("3", "Static and dynamic languages are equally consistent: 99.9 % quantile against average",
            [(Typed("static"), Typed("dynamic"))],
            Consistency.Same),
        new("3-literal", "Average against maximum shows no significant difference between static and dynamic languages",
            [(Typed("static"), Typed("dynamic"))],
            Consistency.NotSignificant),
        new("4b-speed", "UPX makes little difference to Go's duration", [(Go, GoSmall)], ClaimRule.AllOf(Claim.Same(SameDuration))),
        new("5", "In absolute terms the differences are small (10 ms)",
            [(FunctionGroup.All, FunctionGroup.All)],
            InMultiples(ClaimRule.AllOf(Claim.Same(Margin.Milliseconds(10)), difference: true))) { SpeaksOfAll = true },
    ];

    static FunctionGroup Typed(string typing) =>
        new($"in a language of {typing} typing", (function, _) => function.Known.Typing == typing);

    static ClaimRule AlsoWithin(double margin, ClaimRule rule) => rule with
    {
        Remark = pairs =>
        {
            var strict = ClaimRule.AllOf(Claim.Same(margin)).Judge(pairs);
            return $" Within {strict.Margin}: {DataFrames.Name(strict.Outcome)}.";
        },
    };

    // What is small in milliseconds may be large in multiples.
    static ClaimRule InMultiples(ClaimRule rule) => rule with
    {
        Remark = pairs =>
        {
            var farthest = pairs.MaxBy(pair => Math.Abs(pair.Ratio.Effect ?? 0))!;
            return $" Within 1 ms: {Within(1)}; within 100 ms: {Within(100)}. "
                + $"The ratio farthest from 1 is {Digits.Of(farthest.Ratio)}, of {farthest.Name}.";

            string Within(double ms) => DataFrames.Name(
                ClaimRule.AllOf(Claim.Same(Margin.Milliseconds(ms)), difference: true).Judge(pairs).Outcome);
        },
    };

    // "Slightly" is a fifth at most.
    static Verdict Slightly(Verdict verdict) => verdict.Outcome != Outcome.Supported ? verdict : verdict with
    {
        Reason = verdict.Reason + (verdict.Estimate.High > 0.8 ? " That may be slight." : " That is more than slight."),
    };
}
