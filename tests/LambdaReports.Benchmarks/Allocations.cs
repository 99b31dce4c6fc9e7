using LambdaReports.Tables;

namespace Benchmarks;

/// <summary>What reading into tables allocates for a record.</summary>
static class Allocations
{
    /// <summary>Bytes for each record that one file has more than another of the same lines: what a file, a
    /// value or a block of time costs once is in both.</summary>
    internal static double PerRecord(string small, string large)
    {
        // Once before, so that nothing is counted that is made on first use.
        Measure(small);
        var (smallBytes, smallRecords) = Measure(small);
        var (largeBytes, largeRecords) = Measure(large);
        return (largeBytes - smallBytes) / (double)(largeRecords - smallRecords);
    }

    static (long Bytes, long Records) Measure(string file)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var records = Logs.Read([file]).Account.Records;
        return (GC.GetTotalAllocatedBytes(precise: true) - before, records);
    }
}
