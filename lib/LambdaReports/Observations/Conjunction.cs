using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>The verdict on a claim that has several parts, all of which must hold.</summary>
static class Conjunction
{
    /// <summary>The verdict of the part that decides.</summary>
    internal static Verdict Decide(IReadOnlyList<(string Name, Verdict Verdict)> parts)
    {
        var (strongest, contradiction) = parts.MinBy(part => part.Verdict.ContradictionP);
        if (contradiction.ContradictionP * parts.Count < Estimate.Alpha)
        {
            return contradiction with
            {
                Reason = parts.Count == 1 ? $"{strongest}: {contradiction.Reason}"
                    : $"{strongest} contradicts it, also after Holm's correction over {parts.Count} parts. {contradiction.Reason}",
            };
        }

        (string Name, Verdict Verdict)[] open = [.. parts.Where(part => part.Verdict.Outcome != Outcome.Supported)];
        var (name, nearest) = (open.Length > 0 ? open : parts).MaxBy(part => part.Verdict.Standing ?? double.PositiveInfinity);
        if (open.Length == 0)
        {
            var before = parts.Count == 1 ? $"{name}:" : $"All {parts.Count} parts hold; nearest to failing is {name}.";
            return nearest with { Reason = $"{before} {nearest.Reason}" };
        }

        return nearest with
        {
            Outcome = Outcome.Inconclusive,
            Reason = parts.Count == 1 ? $"{name}: {nearest.Reason}"
                : $"{parts.Count - open.Length} of {parts.Count} parts hold; undecided: "
                    + $"{string.Join(", ", open.Select(part => part.Name))}.",
            Settle = open.Prepend((Name: name, Verdict: nearest)).Where(part => part.Verdict.Settle is not null)
                .Select(part => $"For {part.Name}: {part.Verdict.Settle}").FirstOrDefault(),
        };
    }
}
