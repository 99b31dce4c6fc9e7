using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>The article's experiment on one machine: functions as real processes behind a Runtime
/// API, invoked at a fixed rate, their logs written as CloudWatch exports them.</summary>
public static class LabRun
{
    const string PreferredBaseline = "aws-nodejs6";
    const string Work = "hello";

    static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(30);
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
        if (built.Count == 0)
        {
            throw new LabException("No function can be built here: "
                + string.Join("; ", missing.Select(seat => $"{seat.Name}: {seat.Reason}")) + ".");
        }

        WarmUp(built[0], cancellation);
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
        var served = functions.FindAll(function => function.HasServed);
        if (served.Count == 0)
        {
            throw new LabException("No function answered: "
                + string.Join("; ", functions.Select(f => $"{f.Name}: {f.Failure}")) + ".");
        }

        Study study = new(
            "measured on one machine",
            Study.Notes.Caveats,
            (served.Find(function => function.Name == PreferredBaseline) ?? served[0]).Name,
            [.. served.Select(function => function.Built.Seat).Select(seat => new StudyFunction(
                seat.Name, seat.Runtime, seat.Language, seat.Typing, Work))],
            [.. missing, .. Failures(functions.Except(served)), .. options.Functions.Count == 0 ? Study.Notes.Missing : []],
            new(
                options.Command,
                clock.StartUtc,
                options.Duration.TotalSeconds,
                options.RatePerSecond,
                Machine.Here(),
                served.ToDictionary(f => f.Name, f => f.Built.Version),
                new(Math.Round(machine, 2), Math.Round(own, 2)),
                Math.Round(steal, 2),
                LatenessMs.Of(generator.LatenessMs),
                functions.Sum(function => function.Invocations),
                functions.Sum(function => function.Invocations - function.Successes)));
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputFolder));
        Write(output, study, served, clock);
        return new(output, study, [.. Failures(functions)]);
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
                + $"{functions.Sum(function => function.Successes)} answered"),
            state: null,
            BetweenReports,
            BetweenReports);
        generator.Run(cancellation);
        SpinWait.SpinUntil(() => functions.TrueForAll(f => f.IsAnswered), LastAnswers);
    }

    // Compiles the lab's own code before it is on the clock; what this measures is thrown away.
    static void WarmUp(BuiltFunction built, CancellationToken cancellation)
    {
        var forever = TimeSpan.FromDays(1);
        using Function function = new(built, new(), forever, forever);
        new Generator([function], ratePerSecond: 100, TimeSpan.FromSeconds(1)).Run(cancellation);
    }

    static IEnumerable<MissingFunction> Failures(IEnumerable<Function> functions) =>
        functions.Where(function => function.Failure is not null)
            .Select(function => new MissingFunction(function.Name, function.Failure!));

    static void Write(string output, Study study, List<Function> functions, RunClock clock)
    {
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        var partial = Path.Combine(
            parent.FullName, $".{Path.GetFileName(output)}.{Guid.NewGuid():N}.partial");
        Directory.CreateDirectory(partial);
        try
        {
            foreach (var function in functions)
            {
                Export.Write(partial, function.Built.Seat, function.Logs, clock);
            }

            File.WriteAllText(Path.Combine(partial, "study.json"), study.ToJson());
            if (Directory.Exists(output))
            {
                Directory.Delete(output);
            }

            Directory.Move(partial, output);
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
    }
}
