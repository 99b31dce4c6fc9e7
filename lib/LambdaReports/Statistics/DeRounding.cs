using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Recorded values spread over the step that each stands for.</summary>
/// <remarks>A recorded v stands for [v − ½, v + ½) steps. The j-th smallest of c equal values is expected
/// at v − ½ + j/(c + 1); quantiles are type 7 of these, the mean over all ways of undoing the rounding.
/// On the raw grid, a density-based interval of a 1 ms function's median errs in 10 % instead of 5 %.</remarks>
static class DeRounding
{
    extension(FrequencyTable table)
    {
        /// <summary>The p-quantile in µs; of a single distinct value, that value. There are records.</summary>
        internal double DeRoundedUs(double p)
        {
            if (table.ValuesUs.Length == 1)
            {
                return table.ValuesUs[0];
            }

            var place = (table.Count - 1) * p;
            var rank = Math.Min((long)place, table.Count - 1);
            var lower = table.ExpectedUs(rank + 1);
            return place == rank ? lower : lower + ((place - rank) * (table.ExpectedUs(rank + 2) - lower));
        }

        /// <summary>The share of the records of the i-th distinct value that lies below x.</summary>
        internal double ShareBelow(int i, double us) =>
            Math.Clamp(((us - table.ValuesUs[i]) / table.ResolutionUs) + 0.5, 0, 1);

        double ExpectedUs(long rank)
        {
            var i = table.CumulativeCounts.FirstAtLeast(rank);
            var before = table.CumulativeCounts[i] - table.Counts[i];
            var within = (rank - before) / (table.Counts[i] + 1.0);
            return table.ValuesUs[i] + ((within - 0.5) * table.ResolutionUs);
        }
    }
}
