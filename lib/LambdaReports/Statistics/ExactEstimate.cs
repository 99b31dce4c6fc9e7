using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Estimates of values that are independent, as there is one of each sandbox.</summary>
static class ExactEstimate
{
    internal static Estimate Median(Sample sample) => Of(
        sample.Table.Quantile(0.5) * UsPerMs, MedianInterval.Of(sample.Table), sample.Quantity.Offset, sample);

    internal static Estimate Shift(Sample candidate, Sample baseline) => Of(
        HodgesLehmann.ShiftMs(candidate.Table, baseline.Table) * UsPerMs,
        ExactWilcoxon.IntervalOf(candidate.Table, baseline.Table),
        offset: 0,
        candidate,
        baseline);

    const double UsPerMs = 1000;

    static Estimate Of(double? us, (double Low, double High)? intervalMs, double offset, params Sample[] samples)
    {
        if (us is not { } value)
        {
            return Estimate.None(samples[0].Unit, [.. samples.Where(sample => sample.Count == 0).Select(EvidenceWarnings.NoRecords)]);
        }

        Warning[] dependent = [.. samples.Where(IsDependent).Select(EvidenceWarnings.Dependent)];
        Warning[] few =
        [
            .. samples.Where(sample => !IsDependent(sample) && sample.Count < ExactWilcoxon.FewestRecords)
                .Select(EvidenceWarnings.FewSandboxesForExact),
        ];
        var estimate = Estimate.None(samples[0].Unit, [.. dependent, .. few], InUnit(value));
        return intervalMs is not var (low, high) || dependent.Length > 0
            ? estimate
            : estimate with { Low = InUnit(low * UsPerMs), High = InUnit(high * UsPerMs), Scope = Scope.Sandboxes };

        double InUnit(double steps) => (steps / samples[0].Quantity.StepsPerUnit) + offset;
    }

    static bool IsDependent(Sample sample) => !sample.KnowsStreams || sample.Sandboxes.Any(sandbox => sandbox.Table.Count > 1);
}
