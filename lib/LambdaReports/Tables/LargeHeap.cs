namespace LambdaReports.Tables;

/// <summary>Keeps a large heap near what is in use: of a million streams, what a stage of the work leaves behind
/// is as much as what the next one makes.</summary>
static class LargeHeap
{
    const int Many = 500_000;

    static int streams;

    /// <summary>Gives back to the system what is in use no more, after so many streams.</summary>
    internal static void After(int more)
    {
        if ((streams += more) >= Many)
        {
            streams = 0;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
