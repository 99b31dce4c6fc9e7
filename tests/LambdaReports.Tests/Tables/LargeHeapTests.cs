using System.Runtime.CompilerServices;
using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>A heap that has grown is collected at once.</summary>
public class LargeHeapTests
{
    [Fact]
    public void What_is_in_use_no_more_is_let_go()
    {
        var large = Large();
        LargeHeap.LetGo();
        // Others' collections, if they came between, do the same.
        Assert.All(large, one => Assert.False(one.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference[] Large()
    {
        LargeHeap.LetGo();
        return [.. Enumerable.Range(0, 20).Select(_ => new WeakReference(new byte[10_000_000]))];
    }
}
