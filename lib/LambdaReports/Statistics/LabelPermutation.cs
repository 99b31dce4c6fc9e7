using MathNet.Numerics;

namespace LambdaReports.Statistics;

/// <summary>Two groups of functions, one number each, compared by all ways to deal the functions out to
/// groups of these sizes.</summary>
sealed record LabelPermutation
{
    /// <summary>More take too long, and normal theory would do.</summary>
    internal const int MostRelabelings = 200_000;

    // 1/α, for a comparison in integers.
    const int OneInAll = 20;

    /// <summary>The mean of group one less that of group two; <see langword="null"/> for an empty
    /// group.</summary>
    internal double? Difference { get; init; }

    /// <summary>Two-sided: the share of relabelings with as large a difference.</summary>
    internal double? PValue { get; init; }

    /// <summary>The least <see cref="PValue"/> that groups of these sizes can have.</summary>
    internal double? SmallestP { get; init; }

    /// <summary>The shifts of group one that the test does not reject at 5 %, exact.</summary>
    internal (double Low, double High)? Interval { get; init; }

    /// <summary>Why there is no test, or no interval.</summary>
    internal string? Reason { get; init; }

    /// <summary>Of one number a function.</summary>
    internal static LabelPermutation Of(IReadOnlyList<double> one, IReadOnlyList<double> two)
    {
        if (one.Count == 0 || two.Count == 0)
        {
            return new() { Reason = "A group is empty." };
        }

        var untested = new LabelPermutation { Difference = one.Average() - two.Average() };
        var relabelings = SpecialFunctions.Binomial(one.Count + two.Count, one.Count);
        return relabelings <= MostRelabelings
            ? untested.Tested([.. one, .. two], one.Count)
            : untested with { Reason = $"There are more than {MostRelabelings:N0} relabelings." };
    }

    LabelPermutation Tested(double[] values, int size)
    {
        var observed = Difference!.Value;
        var (mean, fuzz) = (values.Average(), 1e-12 * values.Max(Math.Abs));
        var (rest, all, extreme, always) = (values.Length - size, 0, 0, 0);
        List<(double Low, double High)> reaches = [];
        foreach (var (sum, own) in Groups(Array.ConvertAll(values, value => value - mean), size, 0, size))
        {
            // The values now sum to 0, so the other group's sum is −sum.
            var difference = (sum / size) + (sum / rest);
            all++;
            extreme += Math.Abs(difference) >= Math.Abs(observed) - fuzz ? 1 : 0;

            // If a shift s of group one is taken off, this difference falls by share·s and the observed by s.
            var share = ((double)own / size) - ((double)(size - own) / rest);
            if (Math.Abs(share) >= 1)
            {
                always++;
                continue;
            }

            var (fromOneSide, fromOther) = ((observed - difference) / (1 - share), (observed + difference) / (1 + share));
            reaches.Add((Math.Min(fromOneSide, fromOther), Math.Max(fromOneSide, fromOther)));
        }

        // Each relabeling is as extreme as the labels between its two shifts, with the observed one
        // between them: p falls to both sides, and the interval ends where it would come to 5 %.
        var needed = (all / OneInAll) + 1 - always;
        var smallest = (double)always / all;
        return this with
        {
            PValue = (double)extreme / all,
            SmallestP = smallest,
            Interval = needed < 1 ? null
                : (reaches.Select(reach => reach.Low).Order().ElementAt(needed - 1),
                    reaches.Select(reach => reach.High).OrderDescending().ElementAt(needed - 1)),
            Reason = needed < 1 ? $"{all} relabelings: no p below {smallest:0.###} can be reached." : null,
        };
    }

    /// <summary>Every group of so many of the values from the given one on: its sum, and how many of
    /// group one are in it.</summary>
    static IEnumerable<(double Sum, int Own)> Groups(double[] values, int one, int from, int left)
    {
        if (left == 0)
        {
            yield return (0, 0);
            yield break;
        }

        for (var i = from; i <= values.Length - left; i++)
        {
            foreach (var (sum, own) in Groups(values, one, i + 1, left - 1))
            {
                yield return (sum + values[i], own + (i < one ? 1 : 0));
            }
        }
    }
}
