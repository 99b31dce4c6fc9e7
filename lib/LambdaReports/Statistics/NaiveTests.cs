using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Welch's t-test of a difference of means.</summary>
/// <param name="T">The difference over its standard error.</param>
/// <param name="DegreesOfFreedom">Welch and Satterthwaite's.</param>
/// <param name="PValue">Two-sided.</param>
/// <param name="LowMs">The lower end of the 95 % interval of the difference.</param>
/// <param name="HighMs">The upper end.</param>
sealed record WelchTest(double T, double DegreesOfFreedom, double PValue, double LowMs, double HighMs);

/// <summary>Wilcoxon, Mann and Whitney's test with corrections for ties and continuity.</summary>
/// <param name="DoubledU">Twice the pairs in which the candidate's value is the larger; a tie is half a
/// pair.</param>
/// <param name="PValue">Two-sided, by the normal approximation.</param>
sealed record MannWhitneyTest(Int128 DoubledU, double PValue);

/// <summary>The usual tests, which take invocations as independent: shown beside the verdict, never
/// instead of it.</summary>
static class NaiveTests
{
    /// <summary>Of the candidate's mean less the baseline's; <see langword="null"/> for fewer than 2
    /// records on a side, or where no value varies.</summary>
    internal static WelchTest? Welch(FrequencyTable candidate, FrequencyTable baseline)
    {
        FrequencyTable[] tables = [candidate, baseline];
        var parts = tables.Where(table => table.Count > 1)
            .Select(table => new EstimatedVariance(table.VarianceMs2!.Value / table.Count, table.Count - 1.0)).ToList();
        var error = Math.Sqrt(parts.Sum(part => part.Variance));
        if (parts.Count < tables.Length || error == 0)
        {
            return null;
        }

        var difference = candidate.MeanMs!.Value - baseline.MeanMs!.Value;
        var degreesOfFreedom = WelchSatterthwaite.DegreesOfFreedom(parts);
        var half = StudentQuantile.TwoSided(degreesOfFreedom, Estimate.Alpha) * error;
        return new(
            difference / error,
            degreesOfFreedom,
            TailProbability.Student(difference / error, degreesOfFreedom),
            difference - half,
            difference + half);
    }

    /// <summary>Of the candidate's values against the baseline's; <see langword="null"/> where one has
    /// no records.</summary>
    internal static MannWhitneyTest? MannWhitney(FrequencyTable candidate, FrequencyTable baseline)
    {
        Int128 pairs = (Int128)candidate.Count * baseline.Count, rankSum = 0, ties = 0;
        if (pairs == 0)
        {
            return null;
        }

        foreach (var tied in PooledRanks.Of(candidate, baseline))
        {
            rankSum += (Int128)tied.Candidate * tied.DoubledRank;
            ties += Cubic(tied.Count);
        }

        Int128 all = candidate.Count + baseline.Count;
        var doubledU = rankSum - ((Int128)candidate.Count * (candidate.Count + 1));
        var variance = (double)pairs / 12 * (double)(Cubic(all) - ties) / (double)(all * (all - 1));

        // Half a step off for continuity; where all values are tied, no other order is possible.
        var distance = (double)(Int128.Abs(doubledU - pairs) - 1) / 2;
        return new(doubledU, distance <= 0 || variance == 0 ? 1 : TailProbability.Normal(distance / Math.Sqrt(variance)));
    }

    static Int128 Cubic(Int128 count) => count * ((count * count) - 1);
}
