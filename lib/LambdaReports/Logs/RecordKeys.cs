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

        var (identity, further) = RecordIdentity.Of(record.Fields, record.EventBytes);
        return new(identity, record.TimeMs, (uint)further, stream, (uint)record.EventId, (ushort)record.TimeStepMs);
    }
}
