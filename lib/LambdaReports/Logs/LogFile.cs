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

    /// <summary>The folder that names the function where the file's name does not: where several
    /// folders hold a file of this name. <see langword="null"/> where the folder's word counts anyway.</summary>
    internal string? Folder { get; private init; }

    /// <summary>Opens a file that is not on this machine.</summary>
    internal Func<Stream>? Remote { get; init; }

    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal Stream Open() => IsStandardInput
        ? Console.OpenStandardInput()
        : Remote?.Invoke() ?? new FileStream(FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);

    /// <summary>
    /// Of <c>…/NAME/TASK/STREAM/000000.gz</c> (an export to S3) the function is the folder above
    /// the task, or above the stream where there is no task; of a file that belongs to one stream
    /// it is the folder; else the file's name without its endings and a page number, unless that is a number or a date.
    /// </summary>
    internal static LogFile At(string fullPath, string displayPath)
    {
        var file = new LogFile(fullPath, displayPath);
        if (file.IsStandardInput)
        {
            return file with { Function = "standard-input" };
        }

        string[] folders = [.. Path.GetFullPath(fullPath).Split(Path.DirectorySeparatorChar)[..^1]];
        var name = WithoutEndings(Path.GetFileName(fullPath));
        var isNumbered = name.Length > 0 && name.All(char.IsAsciiDigit);
        if (IsStream(Above(1)) || (isNumbered && IsTask(Above(2))))
        {
            return file.Of(Above(1)!, IsTask(Above(2)) ? Above(3) : Above(2));
        }

        if (IsStream(name))
        {
            return file.Of(name, IsTask(Above(1)) ? Above(2) : Above(1));
        }

        var page = Page().Match(name);
        var nameless = IsDate(name) || ClientDefaults.Contains(page.Success ? name[..page.Index] : name);
        return (nameless ? Above(1) : name) is { Length: > 0 } function
            ? file with { Function = function, Folder = nameless || IsDate(Above(1) ?? "") ? null : Above(1) }
            : file;

        string? Above(int levels) => folders.Length >= levels ? folders[^levels] : null;
    }

    /// <summary>The same file, named by its folder.</summary>
    internal LogFile NamedByFolder() =>
        string.IsNullOrEmpty(Folder) ? this : this with { Function = Folder, Folder = null };

    LogFile Of(string stream, string? function) => this with
    {
        Stream = stream,
        Version = VersionOf(stream),
        Function = FunctionOf(stream) ?? (string.IsNullOrEmpty(function) ? Function : function),
    };

    /// <summary>The version in a log stream's name; <see langword="null"/> where it has none.</summary>
    internal static string? VersionOf(string? stream) => PartOf(stream, "version");

    /// <summary>The function in the name of a log stream in a group that several share, else <see langword="null"/>.</summary>
    internal static string? FunctionOf(string? stream) => PartOf(stream, "function");

    static string? PartOf(string? stream, string part) =>
        stream is not null && StreamName().Match(stream).Groups[part] is { Length: > 0 } found ? found.Value : null;

    static bool IsStream(string? name) => name is not null && StreamName().IsMatch(name);

    // Or a number.
    static bool IsDate(string name) => name.All(letter => char.IsAsciiDigit(letter) || "-_.TZ".Contains(letter));

    static bool IsTask(string? name) => Guid.TryParseExact(name, "D", out _);

    static string WithoutEndings(string name) =>
        Ending().Match(name) is { Success: true, Index: > 0 and var length } ? WithoutEndings(name[..length]) : name;

    // Names that clients give to their output, which name no function.
    static readonly HashSet<string> ClientDefaults = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "events", "tail", "log-events-viewer-result", "logs-insights-results", "query-results",
    };

    // A page's or a copy's number, or of the file's kind: orders-page-3.txt, orders (1).csv, orders.0002.json, orders.log.gz.
    // From right to left nothing has to be searched for.
    [GeneratedRegex(@"([-_.]page[-_.]?\d+| \(\d+\)|\.\d+|\.(gz|log|txt|csv|json|jsonl|ndjson))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: -1)]
    private static partial Regex Ending();

    [GeneratedRegex(@"[-_. ]?\d+$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, matchTimeoutMilliseconds: -1)]
    private static partial Regex Page();

    // 2026/11/24/[$LATEST]0123…, in exports with - for /; in a log group of several functions the name stands
    // before the version.
    [GeneratedRegex(@"^\d{4}[-/]\d{2}[-/]\d{2}[-/](?<function>[^\[]*)\[(?<version>[^\]]+)\][0-9a-f]{32}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex StreamName();
}
