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
        // One half tells nearly all apart at once, two at a time.
        var wanted = Vector128.Create(key.Identity);
        for (var i = 0; i < Count; i += Vector128<ulong>.Count)
        {
            if (Vector128.EqualsAny(Vector128.Create(recent, i), wanted) && (keys[i].MayBe(key) || keys[i + 1].MayBe(key)))
            {
                return true;
            }
        }

        recent[next] = key.Identity;
        keys[next] = key;
        next = (next + 1) % Count;
        return false;
    }
}
