using System.Text;

namespace Tests.Cli;

/// <summary>The logs of a function as it was once deployed: five sandboxes that each run once a second. Two that differ in
/// nothing but the name have the same records.</summary>
sealed record Deployment(string Function, double Ms = 10)
{
    const int Sandboxes = 5;

    internal const int Seconds = 100;

    internal string Version { get; init; } = "$LATEST";

    internal int MemorySizeMB { get; init; } = 128;

    /// <summary>Its first second, and what tells its sandboxes from others'.</summary>
    internal int From { get; init; }

    /// <summary>Init Duration and memory of the sandboxes.</summary>
    internal static double InitMs(int sandbox) => 200 + (sandbox * 10);

    internal static int MemoryMB(int sandbox) => 60 + sandbox;

    internal double DurationMs(int sandbox, int second) => Ms * (1 + (((second * 7) + sandbox) % 10 / 100.0));

    /// <summary>The mean over all warm invocations.</summary>
    internal double WarmMean(Func<double, double> value) => (
        from sandbox in Enumerable.Range(0, Sandboxes)
        from second in Enumerable.Range(1, Seconds - 1)
        select value(Math.Round(DurationMs(sandbox, second), 2))).Average();

    internal void Write(Folder folder, string path = ".")
    {
        for (var sandbox = 0; sandbox < Sandboxes; sandbox++)
        {
            var id = $"{Math.Abs(HashCode(sandbox)):x8}".PadLeft(32, 'a');
            folder.Write($"{path}/{Function}/{new Guid(id)}/2026-11-24-[{Version}]{id}/000000", Text(sandbox));
        }
    }

    string Text(int sandbox)
    {
        StringBuilder text = new();
        for (var second = 0; second < Seconds; second++)
        {
            var time = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(From + second).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z '");
            var id = new Guid(HashCode(sandbox), (short)second, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            var duration = Math.Round(DurationMs(sandbox, second), 2);
            var init = second == 0 ? $"Init Duration: {InitMs(sandbox):F2} ms\t" : "";
            text.Append($"{time}START RequestId: {id} Version: {Version}\n{time}END RequestId: {id}\n")
                .Append($"{time}REPORT RequestId: {id}\tDuration: {duration:F2} ms\tBilled Duration: {Math.Ceiling(duration)} ms\t")
                .Append($"Memory Size: {MemorySizeMB} MB\tMax Memory Used: {MemoryMB(sandbox)} MB\t{init}\n");
        }

        return text.ToString();
    }

    int HashCode(int sandbox) =>
        $"{Version} {MemorySizeMB} {From} {Ms} {sandbox}".Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));
}
