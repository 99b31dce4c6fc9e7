using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>What a stream's values are and how much memory they take: there may be a million streams.</summary>
public class ValueCountsTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(10, 1000)]
    [InlineData(250, 4000)]
    public void Few_values_that_lie_far_apart_take_little(int stepUs, int longestMs)
    {
        const int values = 3000;
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

    [Theory]
    [InlineData(10, 20_000, 300)]
    [InlineData(10, 20_000, 30_000)]
    [InlineData(1, 20_000, 30_000)]
    [InlineData(1, 3_000_000_000, 3000)]
    public void Whatever_is_added_merged_and_taken_back_counts_as_in_a_dictionary(int stepUs, long longestUs, int steps)
    {
        var random = new Random(2);
        Dictionary<long, long> expected = [];
        ValueCounts[] parts = [new(), new(), new()];
        for (var i = 0; i < steps; i++)
        {
            var value = random.NextInt64(longestUs / stepUs) * stepUs;
            var count = random.Next(20) switch { 0 => 3L, 1 => 40, 2 => 700, 3 when expected.GetValueOrDefault(value) > 0 => -1, _ => 1 };
            expected[value] = expected.GetValueOrDefault(value) + count;
            parts[random.Next(parts.Length)].Add(value, count);
        }

        // What one part counted another may have taken back.
        parts[0].AddAll(parts[1]);
        parts[2].AddAll(parts[0]);
        var table = parts[2].ToTable(1);
        Assert.Equal(
            expected.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)),
            table.ValuesUs.ToArray().Zip(table.Counts.ToArray()));
        Assert.False(parts[2].IsEmpty);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(1, 10)]
    public void Steps_of_text_and_of_json_go_together(int one, int other)
    {
        const int values = 5000;
        var (counts, added) = (Counted(one), Counted(other));
        counts.AddAll(added);
        var table = counts.ToTable(1);
        Assert.Equal(2L * values, table.Count);
        Assert.Equal((one + other) * (values * (values + 1L) / 2), (long)table.Sum);

        static ValueCounts Counted(int stepUs)
        {
            ValueCounts counts = new();
            for (var i = 1L; i <= values; i++)
            {
                counts.Add(i * stepUs, 1);
            }

            return counts;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public void What_was_taken_back_is_gone_whichever_side_it_was_counted_on(int records)
    {
        foreach (var (first, second) in new[] { (1, -1), (-1, 1) })
        {
            var (one, other) = (Counted(first), Counted(second));
            one.AddAll(other);
            Assert.True(one.IsEmpty);
            Assert.Equal(0, one.ToTable(1).Count);
        }

        ValueCounts Counted(int count)
        {
            ValueCounts counts = new();
            Assert.True(counts.IsUnused);
            for (var i = 0; i < records; i++)
            {
                counts.Add(1230 + (i * 7), count);
            }

            Assert.False(counts.IsUnused);
            return counts;
        }
    }
}
