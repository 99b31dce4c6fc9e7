using System.Text.RegularExpressions;

namespace LambdaReports.Logs;

/// <summary>A file of log lines and what its path tells of the function and the stream.</summary>
/// <param name="FullPath">Where to open it; <c>-</c> is standard input.</param>
/// <param name="DisplayPath">Relative to what was given, for messages.</param>
sealed partial record LogFile(string FullPath, string DisplayPath)
{
    /// <summary>The function that the path names; never empty.</summary>
    internal string Function { get; private init; } = "unnamed";

    /// <summary>The log stream, with <c>/</c> written as <c>-</c> as in exports.</summary>
    internal string? Stream { get; private init; }

    /// <summary>The version in the stream's name: <c>$LATEST</c> of <c>2026-11-24-[$LATEST]0f…</c>.</summary>
    internal string? Version { get; private init; }

    internal bool IsStandardInput => FullPath == "-";

    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal Stream Open() => IsStandardInput
        ? Console.OpenStandardInput()
        : new FileStream(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);

    /// <summary>
    /// Of <c>…/NAME/TASK/STREAM/000000.gz</c> (an export to S3) the function is the folder above
    /// the task, or above the stream where there is no task; of a file that belongs to one stream
    /// it is the folder; else the file's name without its endings.
    /// </summary>
    internal static LogFile At(string fullPath, string displayPath)
    {
        var file = new LogFile(fullPath, displayPath);
        if (file.IsStandardInput)
        {
            return file;
        }

        string[] folders = [.. Path.GetFullPath(fullPath).Split(Path.DirectorySeparatorChar)[..^1]];
        var name = WithoutEndings(Path.GetFileName(fullPath));
        if (Folder(1) is { } stream && StreamName().Match(stream) is { Success: true } match)
        {
            return file.In(match, Guid.TryParseExact(Folder(2), "D", out _) ? Folder(3) : Folder(2));
        }

        if (StreamName().Match(name) is { Success: true } own)
        {
            return file.In(own, Guid.TryParseExact(Folder(1), "D", out _) ? Folder(2) : Folder(1));
        }

        var nameless = name.Length == 0 || name.All(char.IsAsciiDigit) || ClientDefaults.Contains(name);
        return (nameless ? Folder(1) : name) is { Length: > 0 } function
            ? file with { Function = function }
            : file;

        string? Folder(int above) => folders.Length >= above ? folders[^above] : null;
    }

    LogFile In(Match stream, string? function) => this with
    {
        Stream = stream.Value,
        Version = stream.Groups["version"].Value,
        Function = string.IsNullOrEmpty(function) ? Function : function,
    };

    static string WithoutEndings(string name)
    {
        foreach (var ending in (string[])[".gz", ".log", ".txt"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return WithoutEndings(name[..^ending.Length]);
            }
        }

        return name;
    }

    // Names that clients give to their output, which name no function.
    static readonly HashSet<string> ClientDefaults = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "events", "tail", "log-events-viewer-result", "logs-insights-results", "query-results",
    };

    // 2026/11/24/[$LATEST]0123…, in exports with - for /.
    [GeneratedRegex(@"^\d{4}[-/]\d{2}[-/]\d{2}[-/][^\[]*\[(?<version>[^\]]+)\][0-9a-f]{32}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StreamName();
}
