using System.Buffers.Text;

namespace LambdaReports.Logs;

/// <summary>What a message is, by the words with which it begins.</summary>
enum PlatformLine
{
    /// <summary>The application's own text.</summary>
    None,
    Report,
    Start,
    InitStart,

    /// <summary>An old timeout's companion: <c>ID Task timed out after 3.00 seconds</c>.</summary>
    TimedOut,

    /// <summary>END, INIT_REPORT, RESTORE_START, RESTORE_REPORT, EXTENSION, TELEMETRY, LOGS, XRAY, faults.</summary>
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
            (byte)'R' when message.StartsWith("REPORT RequestId:"u8) => PlatformLine.Report,
            (byte)'R' when IsCutReport(message) => PlatformLine.Report,
            (byte)'R' when message.StartsWith("RESTORE_START "u8) || message.StartsWith("RESTORE_REPORT "u8)
                || IsFault(message) => PlatformLine.Other,
            // The Serverless Framework prints "END Duration: …" for a record; what it keeps is too little.
            (byte)'E' when message.StartsWith("END RequestId:"u8) || message.StartsWith("END Duration: "u8)
                || IsNamed(message, "EXTENSION"u8) => PlatformLine.Other,
            (byte)'I' when message.StartsWith("INIT_START Runtime Version:"u8) => PlatformLine.InitStart,
            (byte)'I' when message.StartsWith("INIT_REPORT "u8) => PlatformLine.Other,
            (byte)'T' when IsNamed(message, "TELEMETRY"u8) => PlatformLine.Other,
            (byte)'L' when IsNamed(message, "LOGS"u8) => PlatformLine.Other,
            (byte)'X' when message.StartsWith("XRAY TraceId: "u8) => PlatformLine.Other,
            _ when IsTimeout(message, out _, out _) => PlatformLine.TimedOut,
            _ => PlatformLine.None,
        };
    }

    /// <summary>The message is an old timeout's companion.</summary>
    /// <param name="message"><c>2020-02-25T22:04:08.390Z ID Task timed out after 3.00 seconds</c>; the time
    /// may be gone.</param>
    /// <param name="requestId">The invocation's.</param>
    /// <param name="limitUs">The function's limit, which the invocation reached.</param>
    internal static bool IsTimeout(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> requestId, out long limitUs)
    {
        requestId = default;
        limitUs = 0;
        var words = " Task timed out after "u8;
        var at = message.IndexOf(words);
        if (at < 0 || !Utf8Parser.TryParse(message[(at + words.Length)..], out double seconds, out var number)
            || !message[(at + words.Length + number)..].StartsWith(" seconds"u8))
        {
            return false;
        }

        limitUs = (long)(seconds * 1_000_000);
        var head = message[..at];
        requestId = head[(head.LastIndexOf((byte)' ') + 1)..];
        var before = head[..^requestId.Length].TrimEnd((byte)' ');
        return !requestId.IsEmpty && !requestId.Contains((byte)'\t')
            && (before.IsEmpty || EventTime.Parse(Encoding.Latin1.GetString(before)) != LogScanner.Undated);
    }

    // "EXTENSION\tName: …"; the tab may be a blank, or two letters.
    static bool IsNamed(ReadOnlySpan<byte> message, ReadOnlySpan<byte> word) =>
        message.StartsWith(word) && message[word.Length..].IndexOf("Name:"u8) is 1 or 2;

    // "REPORT " alone may be anybody's word.
    static bool IsCutReport(ReadOnlySpan<byte> message) =>
        message.Length >= "REPORT R".Length && "REPORT RequestId:"u8.StartsWith(message);

    // "RequestId: ID Error: Runtime exited …", "RequestId: ID Process exited before completing request",
    // and a platform.fault's text.
    static bool IsFault(ReadOnlySpan<byte> message)
    {
        var rest = message.StartsWith("RequestId: "u8) ? message["RequestId: ".Length..] : default;
        var behind = rest[(rest.IndexOf((byte)' ') + 1)..];
        return behind.StartsWith("Error: "u8) || behind.StartsWith("Process exited "u8) || behind.StartsWith("Status: "u8);
    }

    /// <summary>A value as text; <see langword="null"/> where there is none.</summary>
    internal static string? TextOf(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Encoding.UTF8.GetString(value);

    /// <summary>The value behind a name: <c>$LATEST</c> of <c>START RequestId: … Version: $LATEST</c>.</summary>
    internal static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
    {
        var at = message.IndexOf(name);
        var value = at < 0 ? default : message[(at + name.Length)..].TrimStart(" \t"u8);
        var end = value.IndexOfAny((byte)'\t', (byte)' ');
        return end < 0 ? value : value[..end];
    }
}
