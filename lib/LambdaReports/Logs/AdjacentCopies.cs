using System.Runtime.Intrinsics;

namespace LambdaReports.Logs;

/// <summary>The last few records of one text: sees the copies that a client prints side by side.</summary>
sealed class AdjacentCopies
{
    const int Count = 8;

    readonly ulong[] recent = new ulong[Count];
    readonly RecordKey[] keys = new RecordKey[Count];
    int next;

    /// <summary>The record is a copy of one of the last 8.</summary>
    internal bool Sees(in RecordKey key)
    {
        for (var i = MaySee(key.Identity) ? 0 : Count; i < Count; i++)
        {
            if (keys[i].MayBe(key))
            {
                return true;
            }
        }

        recent[next] = key.Identity;
        keys[next] = key;
        next = (next + 1) % Count;
        return false;
    }

    // One half tells nearly all apart at once.
    bool MaySee(ulong identity)
    {
        var wanted = Vector128.Create(identity);
        var found = Vector128<ulong>.Zero;
        for (var i = 0; i < Count; i += Vector128<ulong>.Count)
        {
            found |= Vector128.Equals(Vector128.Create(recent, i), wanted);
        }

        return found != Vector128<ulong>.Zero;
    }
}
