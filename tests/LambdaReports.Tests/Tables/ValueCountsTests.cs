using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>How much memory a stream's values take: there may be a hundred thousand streams.</summary>
public class ValueCountsTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(10, 1000)]
    [InlineData(250, 4000)]
    public void Few_values_that_lie_far_apart_take_little(int stepUs, int longestMs)
    {
        const int values = 1000;
        var random = new Random(1);
        var given = Enumerable.Range(0, values).Select(_ => (long)random.Next(longestMs * 1000 / stepUs) * stepUs).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        ValueCounts counts = new();
        Array.ForEach(given, value => counts.Add(value, 1));
        var table = counts.ToTable(stepUs);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / values, 0, 800);
        Assert.Equal((values, given.Sum()), (table.Count, (long)table.Sum));
    }

    [Fact]
    public void Values_that_lie_close_together_take_pages()
    {
        const int values = 100_000;
        ValueCounts counts = new();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < values; i++)
        {
            counts.Add((7919L * i % values) + 5000, 1);
        }

        // In a hash table it would be 24 to 96 for each.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / values, 0, 20);
        Assert.Equal(values, counts.ToTable(1).Count);
    }
}
