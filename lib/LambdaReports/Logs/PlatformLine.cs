namespace LambdaReports.Logs;

/// <summary>What a message is, by the words with which it begins.</summary>
enum PlatformLine
{
    /// <summary>The application's own text.</summary>
    None,
    Report,
    Start,
    End,
    InitStart,

    /// <summary>INIT_REPORT, RESTORE_START, RESTORE_REPORT, EXTENSION, TELEMETRY, LOGS.</summary>
    Other,
}

static class PlatformLines
{
    /// <summary>Tells what a message is.</summary>
    internal static PlatformLine Classify(ReadOnlySpan<byte> message)
    {
        if (message.Length < 5)
        {
            return PlatformLine.None;
        }

        return message[0] switch
        {
            (byte)'S' when message.StartsWith("START RequestId:"u8) => PlatformLine.Start,
            (byte)'E' when message.StartsWith("END RequestId:"u8) => PlatformLine.End,
            (byte)'R' when message.StartsWith("REPORT RequestId:"u8) => PlatformLine.Report,
            (byte)'R' when IsCutReport(message) => PlatformLine.Report,
            (byte)'I' when message.StartsWith("INIT_START Runtime Version:"u8) => PlatformLine.InitStart,
            (byte)'I' when message.StartsWith("INIT_REPORT "u8) => PlatformLine.Other,
            (byte)'R' when message.StartsWith("RESTORE_START "u8) => PlatformLine.Other,
            (byte)'R' when message.StartsWith("RESTORE_REPORT "u8) => PlatformLine.Other,
            (byte)'E' when message.StartsWith("EXTENSION\tName:"u8) => PlatformLine.Other,
            (byte)'T' when message.StartsWith("TELEMETRY\tName:"u8) => PlatformLine.Other,
            (byte)'L' when message.StartsWith("LOGS\tName:"u8) => PlatformLine.Other,
            _ => PlatformLine.None,
        };
    }

    // "REPORT " alone may be anybody's word.
    static bool IsCutReport(ReadOnlySpan<byte> message) =>
        message.Length >= "REPORT R".Length && "REPORT RequestId:"u8.StartsWith(message);

    /// <summary>The value behind a name: <c>$LATEST</c> of <c>START RequestId: … Version: $LATEST</c>.</summary>
    internal static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
    {
        var at = message.IndexOf(name);
        if (at < 0)
        {
            return default;
        }

        var value = message[(at + name.Length)..].TrimStart((byte)' ');
        var end = value.IndexOfAny((byte)'\t', (byte)' ');
        return end < 0 ? value : value[..end];
    }
}
