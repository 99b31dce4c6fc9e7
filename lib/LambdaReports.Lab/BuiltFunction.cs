using LambdaReports.Logs;

namespace LambdaReports.Lab;

/// <summary>A seat whose function is built on this machine.</summary>
/// <param name="Task">The folder of what is deployed, as Lambda would unpack it.</param>
/// <param name="Version">The exact version of its runtime, such as <c>Node.js v6.10.3</c>.</param>
sealed record BuiltFunction(Seat Seat, string Task, string Version)
{
    /// <summary>Builds what is not up to date, by the script beside the sources.</summary>
    /// <returns>The built functions, and those that cannot be had here.</returns>
    /// <exception cref="LabException">The script fails.</exception>
    public static (List<BuiltFunction> Built, List<MissingFunction> Missing) Build(
        IReadOnlyList<Seat> seats, Action<string> progress, CancellationToken cancellation)
    {
        var sources = FindSources();
        RunScript(sources, seats, progress, cancellation);
        List<BuiltFunction> built = [];
        List<MissingFunction> missing = [];
        foreach (var seat in seats)
        {
            var folder = Path.Combine(sources, ".build", seat.Name);
            if (File.Exists(folder + ".missing"))
            {
                missing.Add(new(seat.Name, File.ReadAllText(folder + ".missing").Trim()));
            }
            else
            {
                var version = File.ReadAllText(Path.Combine(folder, "VERSION")).Trim();
                built.Add(new(seat, Path.Combine(folder, "task"), version));
            }
        }

        return (built, missing);
    }

    static void RunScript(
        string sources, IReadOnlyList<Seat> seats, Action<string> progress, CancellationToken cancellation)
    {
        string[] arguments = [Path.Combine(sources, "build.sh"), .. seats.Select(seat => seat.Name)];
        ProcessStartInfo start = new("/bin/bash", arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var script = Process.Start(start)!;
        using var kill = cancellation.Register(() => script.Kill(entireProcessTree: true));
        while (script.StandardOutput.ReadLine() is { } line)
        {
            progress(line);
        }

        script.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (script.ExitCode != 0)
        {
            throw new LabException($"functions/build.sh ended with status {script.ExitCode}.");
        }
    }

    static string FindSources()
    {
        const string Sources = "lib/LambdaReports.Lab/functions";
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, Sources)))
            {
                return Path.Combine(folder, Sources);
            }
        }

        throw new LabException($"The functions' sources ({Sources}) are not found: run this in a clone of the repository.");
    }
}
