namespace LambdaReports.Tables;

/// <summary>Keeps a large heap near what is in use: of a million streams, what a stage of the work leaves behind
/// is as much as what the next one makes.</summary>
static class LargeHeap
{
    // What is less is not worth the time of a collection.
    const long SmallBytes = 32_000_000;

    static long keptBytes;

    /// <summary>Gives back to the system what is in use no more, where the heap has grown since this was last done: by a share
    /// of itself, so that all collections together take no longer than some of the last one.</summary>
    internal static void LetGo()
    {
        var bytes = GC.GetTotalMemory(forceFullCollection: false);
        keptBytes = Math.Min(keptBytes, bytes);
        if (bytes - keptBytes > SmallBytes + (keptBytes / 16))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            keptBytes = GC.GetTotalMemory(forceFullCollection: false);
        }
    }
}
