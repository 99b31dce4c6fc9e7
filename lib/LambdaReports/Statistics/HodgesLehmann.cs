using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The shift between two samples: the median of all differences of a candidate's and a
/// baseline's record (Hodges and Lehmann 1963), exact without forming them.</summary>
static class HodgesLehmann
{
    /// <summary>In ms; the mean of the two middle differences of an even number;
    /// <see langword="null"/> where a sample has no records.</summary>
    internal static double? ShiftMs(FrequencyTable candidate, FrequencyTable baseline)
    {
        var pairs = (Int128)candidate.Count * baseline.Count;
        return pairs == 0 ? null
            : (DifferenceUs(candidate, baseline, (pairs - 1) / 2) + DifferenceUs(candidate, baseline, pairs / 2)) / 2000.0;
    }

    /// <summary>The difference that has <paramref name="rank"/> others before it, by bisection of the
    /// whole µs.</summary>
    internal static long DifferenceUs(FrequencyTable candidate, FrequencyTable baseline, Int128 rank)
    {
        var low = candidate.ValuesUs[0] - baseline.ValuesUs[^1];
        var high = candidate.ValuesUs[^1] - baseline.ValuesUs[0];
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = CountUpTo(middle, candidate, baseline) > rank ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>How many differences are not above a value: as the candidate's values rise, so do the
    /// least values of the baseline that go with them.</summary>
    static Int128 CountUpTo(long differenceUs, FrequencyTable candidate, FrequencyTable baseline)
    {
        var (count, below, next) = (Int128.Zero, 0L, 0);
        for (var i = 0; i < candidate.ValuesUs.Length; i++)
        {
            while (next < baseline.ValuesUs.Length && baseline.ValuesUs[next] < candidate.ValuesUs[i] - differenceUs)
            {
                below += baseline.Counts[next];
                next++;
            }

            count += (Int128)candidate.Counts[i] * (baseline.Count - below);
        }

        return count;
    }
}
