namespace LambdaReports.Tables;

/// <summary>Keeps a large heap near what is in use: of a million streams, what a stage of the work leaves behind
/// is as much as what the next one makes.</summary>
static class LargeHeap
{
    /// <summary>What so many leave behind at one stage is about 100 MB, and worth a second or less.</summary>
    internal const int ManyStreams = 500_000;

    static int streams;

    /// <summary>Counts each stream of each sample, at each stage: as it is met, and as its cells and its table are made.
    /// After <see cref="ManyStreams"/>, what is in use no more is given back to the system.</summary>
    internal static void After(int more)
    {
        // Of several readers one does it.
        if (Interlocked.Add(ref streams, more) >= ManyStreams && Interlocked.Exchange(ref streams, 0) >= ManyStreams)
        {
            // Any other way leaves the memory with the process.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
