using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Equal values of two samples.</summary>
/// <param name="DoubledRank">Twice their mid-rank among all records, an integer.</param>
/// <param name="Candidate">Records of the one.</param>
/// <param name="Baseline">Records of the other.</param>
sealed record TiedRecords(long DoubledRank, long Candidate, long Baseline)
{
    internal long Count => Candidate + Baseline;
}

/// <summary>Two samples ranked together.</summary>
static class PooledRanks
{
    /// <summary>By value, ascending.</summary>
    internal static IReadOnlyList<TiedRecords> Of(FrequencyTable candidate, FrequencyTable baseline)
    {
        var (below, i, j) = (0L, 0, 0);
        List<TiedRecords> ranks = [];
        while (i < candidate.ValuesUs.Length || j < baseline.ValuesUs.Length)
        {
            var (mine, theirs) = (ValueAt(candidate, i), ValueAt(baseline, j));
            var count = mine <= theirs ? candidate.Counts[i++] : 0;
            var other = theirs <= mine ? baseline.Counts[j++] : 0;
            ranks.Add(new((2 * below) + count + other + 1, count, other));
            below += count + other;
        }

        return ranks;
    }

    static long ValueAt(FrequencyTable table, int i) => i < table.ValuesUs.Length ? table.ValuesUs[i] : long.MaxValue;
}
