using System.Runtime.CompilerServices;
using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>What many streams leave behind is collected at once.</summary>
[Collection(nameof(LargeHeapTests))]
[CollectionDefinition(nameof(LargeHeapTests), DisableParallelization = true)]
public class LargeHeapTests
{
    [Fact]
    public void After_many_streams_what_is_in_use_no_more_is_let_go()
    {
        var large = Large();
        LargeHeap.After(LargeHeap.ManyStreams);
        Assert.False(large.IsAlive);
    }

    [Fact]
    public void Few_streams_cost_no_collection()
    {
        LargeHeap.After(LargeHeap.ManyStreams);
        var large = Large();
        LargeHeap.After(LargeHeap.ManyStreams - 1);
        Assert.True(large.IsAlive);
        LargeHeap.After(1);
        Assert.False(large.IsAlive);
    }

    // The system gives the memory when it is written to, which nobody does.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference Large() => new(new byte[400_000_000]);
}
