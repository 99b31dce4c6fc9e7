namespace LambdaReports.Tables;

/// <summary>The exact sums of some values.</summary>
/// <param name="N">How many there are.</param>
/// <param name="S1">Σv in µs.</param>
/// <param name="S2">Σv² in µs².</param>
record struct Sums(long N, Int128 S1, Int128 S2)
{
    internal static Sums Of(ValueCounts values)
    {
        var table = values.ToTable(resolutionUs: 1);
        return new(table.Count, table.Sum, table.SumOfSquares);
    }

    internal void Add(in Sums other) => (N, S1, S2) = (N + other.N, S1 + other.S1, S2 + other.S2);

    public override readonly string ToString() => $"n {N}, s1 {S1}, s2 {S2}";
}
