using LambdaReports.Logs;
using LambdaReports.Packages;

namespace LambdaReports.Tables;

/// <summary>Logs that were read: tables by function and start kind, and the account of every line.</summary>
/// <example><code>
/// var logs = Logs.Read("../data/measured");
/// var csharp = logs.Durations("aws-csharp2");
/// </code></example>
public sealed class Logs
{
    readonly string[] paths;
    readonly LogSelection selection;
    readonly Lazy<(IReadOnlyList<DeploymentPackage> Read, IReadOnlyList<string> Problems)> packages;

    Logs(IEnumerable<string> paths, LogSelection selection, Action<int, int>? progress)
    {
        (this.paths, this.selection, packages) = ([.. paths], selection, new(ReadPackages));
        var files = LogFiles.At(this.paths, selection.Outputs);
        Study = selection.StudyOver(files.Study);
        var (tables, account) = new LogReading(files, selection).Read(progress);
        Populations = tables.Build(Study, lacksFirsts: selection.Since is not null);
        Account = account with { Warnings = [.. account.Warnings, .. tables.Doubts] };
    }

    /// <summary>What another process has read.</summary>
    /// <param name="from">The tables of the same records.</param>
    /// <param name="selection">What is wanted of them.</param>
    Logs(HandedOver from, LogSelection selection)
    {
        (paths, this.selection, Study, Account) = ([.. from.Paths], selection, from.Study, from.Account);
        packages = new((from.Packages, from.PackageProblems));
        Populations = [.. from.Populations.Select(tables => tables.With(selection.Metrics))];
    }

    /// <summary>Tables that were made and not read, such as simulated ones.</summary>
    internal Logs(IReadOnlyList<PopulationTables> populations, Study study) =>
        (paths, selection, packages, Populations, Study, Account) =
            ([], LogSelection.All, new(ReadPackages), populations, study, new());

    /// <summary>What <c>study.json</c> beside the logs tells.</summary>
    public Study Study { get; }

    /// <summary>What was read, and what became of every line.</summary>
    public Account Account { get; }

    /// <summary>By function, version, memory size and start kind.</summary>
    public IReadOnlyList<PopulationTables> Populations { get; }

    /// <summary>The deployment packages that the selection or the study file names.</summary>
    public IReadOnlyList<DeploymentPackage> Packages => packages.Value.Read;

    /// <summary>What of the packages could not be read.</summary>
    internal IReadOnlyList<string> PackageProblems => packages.Value.Problems;

    /// <summary>The functions that occur, by name.</summary>
    public IReadOnlyList<string> Functions =>
        [.. Populations.Select(tables => tables.Durations.Function).Distinct()];

    /// <summary>Reads files, folders, globs or standard input (<c>-</c>), in parallel.</summary>
    /// <remarks>What cannot be read, such as a path where there is nothing, is no exception but a line of the
    /// <see cref="Account"/>'s <see cref="Account.Problems"/>; everything else is delivered.</remarks>
    public static Logs Read(params IEnumerable<string> paths) => Read(paths, selection: null);

    /// <summary>The same of a part of the records.</summary>
    /// <param name="paths">Files, folders, globs or <c>-</c>.</param>
    /// <param name="selection">Which records; all unless given.</param>
    /// <param name="progress">Told files read and all files, from any thread.</param>
    /// <exception cref="InvalidDataException">The selection's study file is missing or wrong; the message
    /// names the file, the line and the field.</exception>
    public static Logs Read(
        IEnumerable<string> paths, LogSelection? selection, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        string[] given = [.. paths];
        selection ??= LogSelection.All;
        return HandedOver.At(given) is not { } from ? new(given, selection, progress)
            : from.Answers(selection) ? new(from, selection)
            : new(from.Paths, selection, progress);
    }

    /// <summary>Every record once, a record at a time, in the order of files and lines; a file that shares
    /// records with another and tells less of them, such as no stream, comes last.</summary>
    public static InvocationReports Records(params IEnumerable<string> paths) => Records(paths, selection: null);

    /// <summary>The same of a part of the records.</summary>
    /// <inheritdoc cref="Read(IEnumerable{string}, LogSelection?, Action{int, int}?)"/>
    /// <param name="paths">Files, folders, globs or <c>-</c>.</param>
    /// <param name="selection">Which records; all unless given.</param>
    /// <param name="rejected">Takes <see cref="InvocationReports.Rejected"/>.</param>
    public static InvocationReports Records(IEnumerable<string> paths, LogSelection? selection, Stream? rejected = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        string[] given = [.. paths];
        return new(HandedOver.At(given)?.Paths ?? given, selection ?? LogSelection.All) { Rejected = rejected };
    }

    /// <summary>Writes what was read to a file that <see cref="Read(IEnumerable{string})"/> takes in the logs' stead.</summary>
    /// <param name="file">A private one, for processes of the same build.</param>
    /// <param name="from">The logs as other processes find them.</param>
    /// <param name="read">The selection as they give it.</param>
    internal void HandOver(string file, IReadOnlyList<string> from, LogSelection read) =>
        new HandedOver(
            from, read with { Metrics = selection.Metrics }, Study, Account, Populations, Packages, PackageProblems).Write(file);

    /// <summary>The number of records that other logs, read with the same selection, hold too. Only where streams occur
    /// in both is anything read again.</summary>
    internal long RecordsSharedWith(Logs other)
    {
        var streams = StreamsOf(this).ToHashSet();
        return streams.Contains(null) || StreamsOf(other).Any(stream => stream is null || streams.Contains(stream))
            ? Account.Records + other.Account.Records - Read([.. paths, .. other.paths], selection).Account.Records
            : 0;

        static IEnumerable<string?> StreamsOf(Logs logs) =>
            logs.Populations.SelectMany(tables => tables.Durations.Sandboxes).Select(sandbox => sandbox.Name);
    }

    /// <summary>A study with the functions that occur, where the present one has none of their name;
    /// runtime, language and typing where the runtime tells them.</summary>
    /// <param name="inferred">What was not told by a study file, a line a function.</param>
    public Study DraftStudy(out IReadOnlyList<string> inferred) => StudyDraft.Of(this, out inferred);

    /// <summary>Writes the tables as a table file in CSV: the same bytes for the same logs, whatever the order of
    /// their files.</summary>
    /// <param name="target">UTF-8 goes here; it stays open.</param>
    public void WriteTableCsv(Stream target) => TableCsv.Write(Populations.SelectMany(TableRow.Of), target);

    /// <summary>The same in Parquet.</summary>
    /// <param name="target">The file goes here; it stays open.</param>
    public void WriteTableParquet(Stream target) => TableParquet.Write(Populations.SelectMany(TableRow.Of), target);

    /// <summary>A function's successful durations of one start kind.</summary>
    /// <param name="function">Its name; with <c>@version</c> or <c>@memory</c> behind it where these
    /// vary in the input.</param>
    /// <param name="start">Warm unless given.</param>
    /// <exception cref="ArgumentException">No such function, or several populations of its name; the
    /// message lists the names there are.</exception>
    public Sample Durations(string function, StartKind start = StartKind.Warm) => Values(function, Metric.Duration, start);

    /// <summary>A function's successful values of a metric that <see cref="LogSelection.Metrics"/> names.</summary>
    /// <inheritdoc cref="Durations"/>
    public Sample Values(string function, Metric metric, StartKind start = StartKind.Warm)
    {
        var names = DisplayNames.Of(Populations);
        PopulationTables[] matches =
        [
            .. Populations.Where(tables => tables.Durations.Population.Start == start
                && (names[tables] == function || tables.Durations.Function == function)),
        ];
        return matches is [var only]
            ? only.Values(metric)
            : throw new ArgumentException(
                $"\"{function}\" names {(matches.Length == 0 ? "no" : "more than one")} population of "
                + $"{start.ToString().ToLowerInvariant()} starts; there are: "
                + string.Join(", ", names.Values.Distinct()),
                nameof(function));
    }

    (IReadOnlyList<DeploymentPackage> Read, IReadOnlyList<string> Problems) ReadPackages()
    {
        var named = selection.Packages is [_, ..] given ? given
            : Study.Functions.Select(function => function.PackagePath).OfType<string>().Where(Path.Exists);
        return (DeploymentPackage.Read(named, selection.StudyFile, out var problems, out _), problems);
    }
}
