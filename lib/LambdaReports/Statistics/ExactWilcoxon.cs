using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The exact interval of the shift between two samples of independent values, as initializations are.</summary>
static class ExactWilcoxon
{
    /// <summary>With more, the normal approximation has all digits that count.</summary>
    const int MostRecords = 50;

    /// <summary>Fewer do not carry an interval of this level for a median, so none for a shift
    /// either.</summary>
    internal const int FewestRecords = 6;

    // 1/α per side, for a comparison in integers.
    const int TailsInAll = 40;

    /// <summary>The 95 % interval in ms: two of the ordered differences, their ranks from the distribution without ties, which
    /// makes it the safer with them, for more than 50 records on a side by the normal approximation; <see langword="null"/> for
    /// fewer than 6.</summary>
    internal static (double Low, double High)? IntervalOf(FrequencyTable candidate, FrequencyTable baseline)
    {
        if (Math.Min(candidate.Count, baseline.Count) < FewestRecords)
        {
            return null;
        }

        var pairs = candidate.Count * baseline.Count;
        var outside = Math.Max(candidate.Count, baseline.Count) <= MostRecords
            ? ExactlyOutside((int)candidate.Count, (int)(candidate.Count + baseline.Count))
            : ApproximatelyOutside(pairs, candidate.Count + baseline.Count);
        return (
            HodgesLehmann.DifferenceUs(candidate, baseline, outside - 1) / 1000.0,
            HodgesLehmann.DifferenceUs(candidate, baseline, pairs - outside) / 1000.0);
    }

    // So many differences lie outside on either side with a probability of no more than α/2.
    static long ApproximatelyOutside(long pairs, long records) => Math.Max(1, (long)Math.Floor(
        (pairs / 2.0) - (StudentQuantile.NormalTwoSided(2.0 / TailsInAll) * Math.Sqrt(pairs * (records + 1.0) / 12))));

    static long ExactlyOutside(int chosen, int records)
    {
        var sums = CountSums(records, chosen);
        var (all, least) = (sums.Aggregate((sum, one) => sum + one), chosen * (chosen + 1) / 2);
        var (outside, tail) = (0, sums[least]);
        while (tail * TailsInAll <= all)
        {
            outside++;
            tail += sums[least + outside];
        }

        return outside;
    }

    /// <summary>In how many ways so many of the ranks from 1 have each sum.</summary>
    static UInt128[] CountSums(int records, int chosen)
    {
        var largest = chosen * ((2 * records) - chosen + 1) / 2;
        var ways = Enumerable.Range(0, chosen + 1).Select(_ => new UInt128[largest + 1]).ToArray();
        ways[0][0] = 1;
        for (var rank = 1; rank <= records; rank++)
        {
            for (var taken = chosen; taken > 0; taken--)
            {
                var (with, without) = (ways[taken], ways[taken - 1]);
                for (var sum = rank; sum <= Math.Min(largest, taken * rank); sum++)
                {
                    with[sum] += without[sum - rank];
                }
            }
        }

        return ways[chosen];
    }
}
