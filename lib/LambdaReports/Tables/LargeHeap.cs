namespace LambdaReports.Tables;

/// <summary>Keeps a large heap near what is in use: of a million streams, what a stage of the work leaves behind
/// is as much as what the next one makes.</summary>
static class LargeHeap
{
    // What is less is not worth the time of a collection.
    const long SmallBytes = 32_000_000;

    static long keptBytes;

    /// <summary>Gives back to the system what is in use no more, where the heap has grown by a sixteenth and more since this
    /// was last done: so of a heap that grows, all of these collections take as long as some of the last.</summary>
    internal static void LetGo()
    {
        keptBytes = Math.Min(keptBytes, GC.GetTotalMemory(forceFullCollection: false));
        if (HasGrown)
        {
            // What died young goes with little effort, mostly, and is no growth. Where this becomes a collection of all, it
            // leaves the freed memory with the process.
            GC.Collect(1);
        }

        if (HasGrown)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            keptBytes = GC.GetTotalMemory(forceFullCollection: false);
        }
    }

    static bool HasGrown => GC.GetTotalMemory(forceFullCollection: false) - keptBytes > SmallBytes + (keptBytes / 16);
}
