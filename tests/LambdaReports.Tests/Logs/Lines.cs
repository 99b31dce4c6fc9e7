namespace Tests.Logs;

/// <summary>Lines as Lambda writes them, for tests.</summary>
static class Lines
{
    internal const string Id = "8edab1f8-7d34-4a8e-a965-15ccbbb78d4c";

    internal const string StreamName = "2026-11-24-[$LATEST]0123456789abcdef0123456789abcdef";

    internal static string Report(
        string id = Id, string duration = "1.25", string billed = "2", string rest = "") =>
        $"REPORT RequestId: {id}\tDuration: {duration} ms\tBilled Duration: {billed} ms\t"
        + $"Memory Size: 128 MB\tMax Memory Used: 36 MB\t{rest}";

    /// <summary>An exported invocation: START, END and REPORT, dated.</summary>
    internal static string Invocation(int second, string id = Id, string duration = "1.25", string rest = "")
    {
        var time = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(second)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z '");
        var billed = Math.Ceiling(double.Parse(duration)).ToString();
        return $"{time}START RequestId: {id} Version: $LATEST\n{time}END RequestId: {id}\n"
            + $"{time}{Report(id, duration, billed, rest)}\n";
    }

    /// <summary>That many, a second apart.</summary>
    internal static string Invocations(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => Invocation(i, RequestId(i))));

    internal static string RequestId(int number) =>
        new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString();
}
