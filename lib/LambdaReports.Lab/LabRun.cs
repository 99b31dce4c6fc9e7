using LambdaReports.Logs;

namespace LambdaReports.Lab;

/// <summary>The article's experiment on one machine: functions as real processes behind a Runtime
/// API, invoked at a fixed rate, their logs written as CloudWatch exports them.</summary>
public static class LabRun
{
    const string PreferredBaseline = "aws-nodejs6";
    const string Work = "hello";

    const string FullCpus =
        "full cores for every function: the memory size is a label and nothing is throttled";

    const string QuotaCpus =
        "a quota of CPU time for each sandbox in proportion to its memory size, as on Lambda; no limit of memory";

    static readonly string[] Caveats =
    [
        "not on AWS: no Firecracker, no network, no code download, no freeze and thaw between calls",
        "hand-written loops over the Runtime API: a warm duration is mostly the time of the language's HTTP client",
        "sandboxes are placed and recycled by the lab; versions of today, nothing about the figures of 2018",
    ];

    static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Forever = TimeSpan.FromDays(1);
    static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(10);
    static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);

    /// <summary>Builds the functions, runs them, and writes the export and study.json.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="progress">Receives a sentence now and then.</param>
    /// <param name="cancellation">Ends the run; nothing is written then.</param>
    /// <exception cref="LabException">What was asked for cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LabResult Run(
        LabOptions options, Action<string> progress, CancellationToken cancellation)
    {
        Check(options);
        var (built, missing) =
            BuiltFunction.Build(Seat.Select(options.Functions), progress, cancellation);
        return Run(options, built, missing, progress, cancellation);
    }

    internal static LabResult Run(
        LabOptions options, IReadOnlyList<BuiltFunction> built, IReadOnlyList<MissingFunction> missing,
        Action<string> progress, CancellationToken cancellation)
    {
        var cpus = Cpus();
        WarmUp(built, cancellation);
        RunClock clock = new();
        MachineLoad load = new();
        var functions = Functions(options, built, clock);
        Generator generator = new(functions, options.RatePerSecond, options.Duration);
        try
        {
            Measure(generator, functions, progress, cancellation);
        }
        finally
        {
            functions.ForEach(function => function.Dispose());
        }

        var (machine, own, steal) = load.Percent();
        var served = functions.FindAll(function => function.Answered > 0);
        MissingFunction[] absent = [.. missing, .. Failures(functions.Except(served))];
        if (served.Count == 0)
        {
            var reasons = absent.Select(function => $"{function.Name}: {function.Reason}");
            throw new LabException($"No function answered: {string.Join("; ", reasons)}.");
        }

        StudyRun run = new(
            options.Command,
            clock.StartUtc,
            options.Duration.TotalSeconds,
            options.RatePerSecond,
            Machine.Here(),
            served.ToDictionary(function => function.Name, function => function.Built.Version),
            cpus,
            new(Math.Round(machine, 2), Math.Round(own, 2)),
            Math.Round(steal, 2),
            LatenessMs.Of(generator.LatenessMs),
            functions.Sum(function => function.Invocations),
            functions.Sum(function => function.Invocations - function.Answered));
        Study study = new()
        {
            Origin = "measured on one machine",
            Caveats = [cpus is null ? FullCpus : QuotaCpus, .. Caveats],
            Baseline = (served.Find(function => function.Name == PreferredBaseline) ?? served[0]).Name,
            Functions = [.. served.Select(function => Known(function.Built.Seat))],
            Missing = absent,
        };
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputFolder));
        served.ForEach(function => Export.Write(output, function.Built, function.Logs, clock));
        Export.Write(output, study, run);
        return new(output, study, run, [.. Failures(functions.Where(function => function.Failure is not null))]);
    }

    static StudyFunction Known(Seat seat) => new()
    {
        Name = seat.Name,
        Runtime = seat.Runtime,
        Language = seat.Language,
        Typing = seat.Typing,
        Work = Work,
        Package = Export.PackageOf(seat.Name),
    };

    // What the quota allows each sandbox, where the machine gives quotas.
    static double? Cpus()
    {
        using var trial = CpuQuota.Create("trial");
        return trial is null ? null : Math.Round(CpuQuota.Cpus, 3);
    }

    static void Check(LabOptions options)
    {
        var problem = options switch
        {
            _ when !OperatingSystem.IsLinux() => "The lab runs on Linux only.",
            { RatePerSecond: not (> 0 and <= 1000) } =>
                "The rate must be above 0 and at most 1000 per second.",
            { Duration.Ticks: <= 0 } => "The duration must be above 0.",
            { OutputFolder: var folder } when File.Exists(folder)
                || (Directory.Exists(folder)
                    && Directory.EnumerateFileSystemEntries(folder).Any()) =>
                $"{folder} is not an empty folder.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new LabException(problem);
        }
    }

    // A run of 24 minutes gives each function at least 14 sandboxes in turn. First lives differ by
    // up to a whole life, so that functions replace theirs at different times.
    static List<Function> Functions(
        LabOptions options, IReadOnlyList<BuiltFunction> built, RunClock clock)
    {
        var life = options.Duration / 15 > ShortestLife ? options.Duration / 15 : ShortestLife;
        return [.. built.Select((function, index) => new Function(
            function, clock, life * (0.5 + ((index + 0.5) / built.Count)), life))];
    }

    static void Measure(
        Generator generator, List<Function> functions, Action<string> progress, CancellationToken cancellation)
    {
        progress($"measuring {functions.Count} functions for {generator.Length.TotalSeconds:0} s");
        var started = Stopwatch.GetTimestamp();
        using Timer report = new(
            _ => progress($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: "
                + $"{functions.Sum(function => function.Invocations)} invocations, "
                + $"{functions.Sum(function => function.Answered)} answered"),
            state: null,
            BetweenReports,
            BetweenReports);
        generator.Run(cancellation);
        SpinWait.SpinUntil(() => functions.TrueForAll(f => f.IsDone), LastAnswers);
    }

    // Compiles the lab's own code before it is on the clock; what this measures is thrown away.
    static void WarmUp(IEnumerable<BuiltFunction> built, CancellationToken cancellation)
    {
        foreach (var any in built.Take(1))
        {
            using Function function = new(any, new(), Forever, Forever);
            new Generator([function], ratePerSecond: 100, TimeSpan.FromSeconds(1)).Run(cancellation);
        }
    }

    static IEnumerable<MissingFunction> Failures(IEnumerable<Function> functions) => functions
        .Select(function => new MissingFunction(function.Name, function.Failure ?? "it answered no invocation"));
}
