using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The share of records above a limit, with its interval on the logit scale.</summary>
/// <remarks>Where no record or every record is above, the bound is Clopper and Pearson's (1934) for the number of
/// independent records that the mean's design effect leaves (Korn and Graubard 1998).</remarks>
sealed class ExceedanceStatistic(double limit) : Statistic($"share above {limit:0.###}")
{
    internal override double? Of(Sample sample) => sample.Table.Count == 0 ? null : sample.Table.MeanOf(Above(sample));

    internal override Unit UnitFor(Sample sample) => Unit.Probability;

    // A share of 0 or 1 does not vary, but that of other records might: so there is no difference to it.
    internal override double[]? Influence(SampleOnBlocks part, Scope scope) =>
        Of(part.Sample) is 0 or 1 ? null : Centred(part.Sample.Table, Above(part.Sample));

    internal override double HalfStep(Sample sample) => 0;

    internal override Estimate Refine(Estimate estimate, Sample sample, Evidence evidence) => estimate.Value is 0 or 1
        ? estimate.Bounded(sample.Table.Count, sample.Mean())
        : estimate;

    // By the place of a value: 1 where it is above.
    Func<int, double> Above(Sample sample)
    {
        var (table, quantity) = (sample.Table, sample.Quantity);
        return i => quantity.Of(table.ValuesUs[i]) > limit ? 1 : 0;
    }
}
