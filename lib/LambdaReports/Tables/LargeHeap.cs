namespace LambdaReports.Tables;

/// <summary>Keeps a large heap near what is in use: of a million streams, what a stage of the work leaves behind
/// is as much as what the next one makes.</summary>
static class LargeHeap
{
    /// <summary>What so many leave behind is about 100 MB, and worth a second or less.</summary>
    internal const int ManyStreams = 500_000;

    static int streams;

    /// <summary>Counts streams that were read, or made into tables. After <see cref="ManyStreams"/>, what is in use no more is
    /// given back to the system.</summary>
    internal static void After(int more)
    {
        if (Interlocked.Add(ref streams, more) >= ManyStreams)
        {
            streams = 0;
            // Any other way leaves the memory with the process.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
