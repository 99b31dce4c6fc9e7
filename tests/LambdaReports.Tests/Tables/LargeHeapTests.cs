using System.Runtime.CompilerServices;
using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>A heap that has grown is collected at once.</summary>
[Collection(nameof(LargeHeapTests))]
[CollectionDefinition(nameof(LargeHeapTests), DisableParallelization = true)]
public class LargeHeapTests
{
    [Fact]
    public void What_is_in_use_no_more_is_let_go_where_it_is_much()
    {
        LargeHeap.LetGo();
        var large = Large();
        LargeHeap.LetGo();
        Assert.False(large.IsAlive);
    }

    // The system gives the memory when it is written to, which nobody does.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference Large() => new(new byte[400_000_000]);
}
