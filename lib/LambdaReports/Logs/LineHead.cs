namespace LambdaReports.Logs;

/// <summary>What a client writes before a message: time, log stream, log group, in its own order.</summary>
/// <remarks>A time with a tab behind it is a runtime's own log head and belongs to the message.</remarks>
/// <param name="Length">Where the message begins.</param>
/// <param name="TimeMs">Or <see cref="LogScanner.Undated"/>.</param>
/// <param name="StepMs">1, or 1000 where the time has whole seconds.</param>
/// <param name="Stream">The log stream.</param>
/// <param name="Group">The log group.</param>
/// <param name="IsFramed">The message ends in the frame of a table, or in the quotes of a list.</param>
readonly partial record struct LineHead(
    int Length, long TimeMs, int StepMs = 1, string? Stream = null, string? Group = null, bool IsFramed = false)
{
    // No head is longer: group and stream have at most 512 letters each.
    const int Longest = 1200;

    internal static LineHead None => new(0, LogScanner.Undated);

    internal bool IsHead => TimeMs != LogScanner.Undated || Stream is not null;

    internal static LineHead Read(ReadOnlySpan<byte> line)
    {
        var text = line.TrimStart(" \t"u8);
        if (text.IsEmpty || (text[0] is not ((byte)'[' or (byte)'|' or (byte)'"' or (>= (byte)'0' and <= (byte)'9')) && !text.Contains((byte)'[')))
        {
            // Blanks before a message are the client's, before other text they are the text's.
            return PlatformLines.Classify(text) == PlatformLine.None ? None : None with { Length = line.Length - text.Length };
        }

        // Latin-1: a letter for each byte.
        var match = Heads().Match(Encoding.Latin1.GetString(line[..Math.Min(line.Length, Longest)]));
        if (!match.Success)
        {
            return None;
        }

        // Of event time and ingestion time the first counts; but cut before its zone, it is no time.
        var times = match.Groups["time"].Captures;
        var time = times is [var first, ..] ? (HasZone(first) == HasZone(times[^1]) ? first : times[^1]).Value : "";
        return new(
            match.Length,
            EventTime.Parse(time),
            time.Length == 13 || time.IndexOfAny(['.', ',']) > 0 ? 1 : 1000,
            ValueOf(match.Groups["stream"]),
            ValueOf(match.Groups["group"]) ?? (match.Groups["lambda"] is { Success: true } name ? $"/aws/lambda/{name.Value}" : null),
            text[0] is (byte)'|' or (byte)'"');
    }

    static bool HasZone(Capture time) => time.ValueSpan.LastIndexOfAny("Z+-") > "2026-11-24".Length;

    static string? ValueOf(Group found) => found.Success ? found.Value : null;

    const string Time = @"(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)";
    const string StreamName = @"(?<stream>\d{4}[/-]\d\d[/-]\d\d[/-][^\[ ]*\[[^\] ]+\][0-9a-f]{32})";

    // In this order: saw; pulumi, which reads /aws/lambda/NAME and prints the name; python-lambda-local; aws
    // --output table; the same as text with the time first; a list of messages; sam logs and awslogs; aws logs
    // tail and exports to S3; a log of another system that quotes the line.
    [GeneratedRegex(
        $@"^ *(?:\[ *{Time} *\] +\( *(?<stream>[^ )]+) *\)|{Time}\[ *(?<lambda>[^ \]]+)\]|\[\w+ - \w+ - {Time}\]|\| (?<time>\d{{13}}) \||(?<time>\d{{13}})\t|""(?=[A-Z_]+ RequestId: )"
        + $@"|(?:(?<group>(?!\d{{4}}-)[\w./#-]+) +)?{StreamName}(?: +{Time}(?![^ ]))*|{Time}(?: +{Time}(?![^ ]))*(?: +{StreamName})?"
        + @"|\d{4}.*The message is ""(?=[A-Z_]+ RequestId))(?: +|$|(?<=[""\t]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex Heads();
}
