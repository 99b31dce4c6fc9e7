using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>A seat whose function is built on this machine.</summary>
/// <param name="Folder">Where it was built.</param>
/// <param name="Version">The exact version of its runtime, such as <c>Node.js v6.10.3</c>.</param>
sealed record BuiltFunction(Seat Seat, string Folder, string Version)
{
    /// <summary>Builds what is not up to date, by the script beside the sources.</summary>
    /// <returns>The built functions, and those that cannot be had here.</returns>
    /// <exception cref="LabException">There are no sources, or the script fails.</exception>
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
                built.Add(new(seat, folder, version));
            }
        }

        return (built, missing);
    }

    static void RunScript(
        string sources, IReadOnlyList<Seat> seats, Action<string> progress, CancellationToken cancellation)
    {
        string[] arguments =
            [Path.Combine(sources, "build.sh"), .. seats.Select(seat => seat.Name)];
        ProcessStartInfo start = new("/bin/bash", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
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

    static string FindSources() =>
        Ancestors(AppContext.BaseDirectory)
            .Concat(Ancestors(Environment.CurrentDirectory))
            .Select(folder => Path.Combine(folder, "lib", "LambdaReports.Lab", "functions"))
            .FirstOrDefault(sources => File.Exists(Path.Combine(sources, "build.sh")))
        ?? throw new LabException(
            "The functions' sources (lib/LambdaReports.Lab/functions) are not found: "
            + "run this in a clone of the repository.");

    static IEnumerable<string> Ancestors(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
