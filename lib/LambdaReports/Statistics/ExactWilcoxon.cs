using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Two small samples of independent values, as initializations are, compared
/// exactly.</summary>
/// <param name="PValue">Two-sided: the share of all ways to deal out the pooled values whose rank sum is
/// as far from its mean; exact also with ties.</param>
/// <param name="ShiftMs">Hodges and Lehmann's estimate.</param>
/// <param name="IntervalMs">The 95 % interval of the shift: two of the ordered differences, their ranks
/// from the distribution without ties, which makes it the safer with them; <see langword="null"/> for
/// fewer than 6 records on a side.</param>
sealed record ExactWilcoxon(double PValue, double ShiftMs, (double Low, double High)? IntervalMs)
{
    /// <summary>With more, the normal approximation has all digits that count.</summary>
    internal const int MostRecords = 50;

    /// <summary>Fewer do not carry an interval of this level for a median, so none for a shift
    /// either.</summary>
    internal const int FewestRecords = 6;

    // 1/α per side, for a comparison in integers.
    const int TailsInAll = 40;

    /// <summary>Of the candidate's values less the baseline's; <see langword="null"/> for a side of no
    /// or more than 50 records.</summary>
    internal static ExactWilcoxon? Of(FrequencyTable candidate, FrequencyTable baseline)
    {
        FrequencyTable[] tables = [candidate, baseline];
        return tables.All(table => table.Count is > 0 and <= MostRecords)
            ? new(
                ExactPValue(candidate, baseline),
                HodgesLehmann.ShiftMs(candidate, baseline)!.Value,
                IntervalOf(candidate, baseline))
            : null;
    }

    /// <summary>The interval alone, for more than 50 records on a side by the normal approximation;
    /// <see langword="null"/> for fewer than 6.</summary>
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

    static double ExactPValue(FrequencyTable candidate, FrequencyTable baseline)
    {
        var ranks = PooledRanks.Of(candidate, baseline);
        var records = ranks.SelectMany(tied => Enumerable.Repeat((int)tied.DoubledRank, (int)tied.Count)).ToArray();
        var sums = CountSums(records, (int)candidate.Count);
        var mean = candidate.Count * (records.Length + 1);
        var distance = Math.Abs(ranks.Sum(tied => tied.Candidate * tied.DoubledRank) - mean);
        return (double)Sum(sums.Where((_, sum) => Math.Abs(sum - mean) >= distance)) / (double)Sum(sums);
    }

    static long ExactlyOutside(int chosen, int records)
    {
        var sums = CountSums([.. Enumerable.Range(1, records)], chosen);
        var (all, least) = (Sum(sums), chosen * (chosen + 1) / 2);
        var (outside, tail) = (0, sums[least]);
        while (tail * TailsInAll <= all)
        {
            outside++;
            tail += sums[least + outside];
        }

        return outside;
    }

    /// <summary>In how many ways so many of the ranks, which ascend, have each sum.</summary>
    static UInt128[] CountSums(int[] ranks, int chosen)
    {
        var largest = ranks.TakeLast(chosen).Sum();
        var ways = Enumerable.Range(0, chosen + 1).Select(_ => new UInt128[largest + 1]).ToArray();
        ways[0][0] = 1;
        foreach (var rank in ranks)
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

    static UInt128 Sum(IEnumerable<UInt128> ways) => ways.Aggregate(UInt128.Zero, (sum, one) => sum + one);
}
