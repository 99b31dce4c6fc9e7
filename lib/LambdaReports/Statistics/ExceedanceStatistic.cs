using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The share of records above a limit, with its interval on the logit scale.</summary>
/// <remarks>Where no record or every record is above, the bound is Clopper and Pearson's (1934) for the number of
/// independent records that the mean's design effect leaves (Korn and Graubard 1998).</remarks>
sealed class ExceedanceStatistic(double limit) : Statistic($"share above {limit:0.###}")
{
    internal override double? Of(Sample sample) => sample.Table.Count == 0 ? null : (double)Above(sample) / sample.Table.Count;

    internal override Unit UnitFor(Sample sample) => Unit.Probability;

    // A share of 0 or 1 does not vary, but that of other records might: so there is no difference to it.
    internal override double[]? Influence(SampleOnBlocks part, Scope scope)
    {
        var table = part.Sample.Table;
        return Of(part.Sample) is 0 or 1 ? null : Centred(table, i => part.Sample.Quantity.Of(table.ValuesUs[i]) > limit ? 1 : 0);
    }

    internal override double HalfStep(Sample sample) => 0;

    internal override Estimate Refine(Estimate estimate, Sample sample, Evidence evidence) => estimate.Value is 0 or 1
        ? estimate.Bounded(sample.Table.Count, sample.Mean())
        : estimate;

    long Above(Sample sample)
    {
        var (table, above) = (sample.Table, 0L);
        for (var i = table.ValuesUs.Length - 1; i >= 0 && sample.Quantity.Of(table.ValuesUs[i]) > limit; i--)
        {
            above += table.Counts[i];
        }

        return above;
    }
}
