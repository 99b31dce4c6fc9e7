using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>A frequency table as a curve: the share of records up to a duration in ms, or a value in another unit.</summary>
/// <param name="table">The values.</param>
/// <param name="quantity">What they measure.</param>
sealed class CumulativeDistribution(FrequencyTable table, Quantity quantity)
{
    // Half a hundredth of a panel is about a pixel and a half: no eye sees what is left out.
    const double Eye = 1.0 / 190;

    /// <summary>The smallest recorded value that a share of the records does not exceed
    /// (Hyndman and Fan's type 1), above zero: where an axis may end.</summary>
    internal double End(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * table.Count));
        return Value(table.CumulativeCounts.FirstAtLeast(rank));
    }

    /// <summary>The curve's steps, at most 400: a step is left out where neither coordinate has
    /// moved by half a hundredth of its axis since the last one.</summary>
    internal (IReadOnlyList<double> X, IReadOnlyList<double> Share) Steps(Axis axis)
    {
        List<double> x = [];
        List<double> share = [];
        var (lastX, lastShare) = (double.NegativeInfinity, 0.0);
        var cumulative = table.CumulativeCounts;
        for (var i = 0; i < cumulative.Length; i++)
        {
            var place = axis.Fraction(Value(i));
            var height = (double)cumulative[i] / table.Count;
            if (place - lastX >= Eye || height - lastShare >= Eye || i == cumulative.Length - 1)
            {
                x.Add(Value(i));
                share.Add(height);
                (lastX, lastShare) = (place, height);
            }
        }

        return (x, share);
    }

    /// <summary>The share of records in each of equal parts of the axis, divided by the largest:
    /// a histogram's outline. A recorded value stands for the step of the clock around it, so that
    /// parts narrower than two steps do not alternate.</summary>
    internal double[] Outline(Axis axis, int parts)
    {
        double[] below = [.. Enumerable.Range(0, parts + 1).Select(i => ShareBelow(axis.At((double)i / parts)))];
        double[] shares = [.. below.Skip(1).Zip(below, (next, last) => next - last)];
        var peak = shares.Max();
        return peak > 0 ? [.. shares.Select(share => share / peak)] : shares;
    }

    double ShareBelow(double value)
    {
        double step = table.ResolutionUs;
        var us = ((value - quantity.Offset) * quantity.StepsPerUnit) + (step / 2);
        var i = table.ValuesUs.FirstAtLeast((long)Math.Ceiling(us - step));
        if (i == table.ValuesUs.Length)
        {
            return 1;
        }

        var before = i == 0 ? 0 : table.CumulativeCounts[i - 1];
        var inside = table.Counts[i] * Math.Clamp((us - table.ValuesUs[i]) / step, 0, 1);
        return (before + inside) / table.Count;
    }

    // Zero stands for less than half a step of the clock, which a logarithmic axis can show.
    double Value(int i) => quantity.Of(Math.Max(table.ValuesUs[i], table.ResolutionUs / 2.0));
}
