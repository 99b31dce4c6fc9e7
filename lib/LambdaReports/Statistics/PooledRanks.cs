using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Equal values of two samples.</summary>
/// <param name="DoubledRank">Twice their mid-rank among all records, an integer.</param>
/// <param name="Candidate">Records of the one.</param>
/// <param name="Baseline">Records of the other.</param>
readonly record struct TiedRecords(long DoubledRank, long Candidate, long Baseline)
{
    internal long Count => Candidate + Baseline;
}

/// <summary>Two samples ranked together.</summary>
static class PooledRanks
{
    /// <summary>By value, ascending.</summary>
    internal static IReadOnlyList<TiedRecords> Of(FrequencyTable candidate, FrequencyTable baseline)
    {
        var below = 0L;
        List<TiedRecords> ranks = [];
        var records = candidate.Pairs().Select(pair => (Value: pair.Key, Candidate: pair.Value, Baseline: 0L))
            .Concat(baseline.Pairs().Select(pair => (Value: pair.Key, Candidate: 0L, Baseline: pair.Value)));
        foreach (var ties in records.GroupBy(record => record.Value).OrderBy(ties => ties.Key))
        {
            var tied = new TiedRecords(0, ties.Sum(record => record.Candidate), ties.Sum(record => record.Baseline));
            ranks.Add(tied with { DoubledRank = (2 * below) + tied.Count + 1 });
            below += tied.Count;
        }

        return ranks;
    }
}
