namespace LambdaReports.Logs;

/// <summary>Makes the keys of one text's records.</summary>
sealed class RecordKeys
{
    // Neighbouring records mostly share their stream.
    StreamContext? last;
    uint stream;

    internal RecordKey Of(LogScanner record)
    {
        if (!ReferenceEquals(record.Context, last))
        {
            last = record.Context;
            stream = (uint)RecordIdentity.HashOf(last.Name);
        }

        var identity = RecordIdentity.Of(record.Fields, record.EventBytes);
        return new(
            (ulong)identity, record.TimeMs, (uint)(identity >> 64), stream, (uint)record.EventId, (ushort)record.TimeStepMs);
    }
}
