using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>The verdict on a claim that has several parts, some of which must hold.</summary>
static class Disjunction
{
    /// <summary>The verdict of the part that decides.</summary>
    internal static Verdict Decide(IReadOnlyList<(string Name, Verdict Verdict)> parts)
    {
        var (strongest, support) = parts.MinBy(part => part.Verdict.SupportP);
        if (support.SupportP * parts.Count < Estimate.Alpha)
        {
            return support with
            {
                Reason = $"{strongest} supports it, also after Holm's correction over {parts.Count} parts. {support.Reason}",
            };
        }

        (string Name, Verdict Verdict)[] open = [.. parts.Where(part => part.Verdict.Outcome != Outcome.Contradicted)];
        var (name, nearest) = (open.Length > 0 ? open : parts).MinBy(part => part.Verdict.Standing ?? double.NegativeInfinity);
        return open.Length == 0
            ? nearest with { Reason = $"None of {parts.Count} parts holds; nearest to holding is {name}. {nearest.Reason}" }
            : nearest with
            {
                Outcome = Outcome.Inconclusive,
                Reason = $"None of {parts.Count} parts holds for certain; undecided: {string.Join(", ", open.Select(part => part.Name))}.",
                Settle = nearest.Settle is { } settle ? $"For {name}: {settle}" : null,
            };
    }
}
