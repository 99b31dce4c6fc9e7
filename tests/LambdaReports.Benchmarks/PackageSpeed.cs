using System.IO.Compression;
using LambdaReports.Packages;

namespace Benchmarks;

/// <summary>Reading a deployment package as large as Lambda takes, against listing it and inflating what must be looked into.</summary>
static class PackageSpeed
{
    const int Entries = 30_000;
    const int Rounds = 7;
    const long Bytes = 250_000_000;

    /// <returns>The exit status: 0 where every target is met.</returns>
    internal static int Write(string folder)
    {
        var file = Path.Combine(folder, $"lambda-reports-{Environment.ProcessId}.zip");
        try
        {
            Make(file);
            var (floor, ours) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var round = 0; round < Rounds; round++)
            {
                // In turn, so that a neighbour on the machine slows both.
                floor = Math.Min(floor, CpuMs(() => Floor(file)));
                ours = Math.Min(ours, CpuMs(() => DeploymentPackage.Read(file)));
            }

            var peak = ChildProcess.Measure("dotnet", typeof(PackageSpeed).Assembly.Location, "package", file)!.PeakMegabytes;
            Target[] targets =
            [
                Target.AtMost(1.5, "a package: CPU time over that of listing and inflating", ours / floor),
                Target.AtMost(200, "a package: peak MB of a process that reads it", peak),
            ];
            ReaderReport.WriteSection("packages",
            [
                string.Join(", ", ReaderReport.Machine().Take(4)) + ".",
                "",
                $"| {Bytes / 1e6:N0} MB in {Entries:N0} entries, {new FileInfo(file).Length / 1e6:N0} MB zipped | CPU ms |",
                "|---|--:|",
                $"| central directory, and inflating what must be looked into | {floor:N0} |",
                $"| the package read: runtime, versions, kinds, dependencies | {ours:N0} |",
                "",
                .. ReaderReport.Lines(targets),
            ]);
            return targets.All(target => target.IsMet) ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A program in Go, libraries of 1,000 packages, and what lies in them.
    static void Make(string file)
    {
        Random random = new(2026);
        using ZipArchive archive = new(File.Create(file), ZipArchiveMode.Create);
        var left = Bytes;
        Add("bootstrap", [.. "\u007fELF\u0002\u0001\u0001"u8, .. new byte[11], 62, 0, .. Code(40_000_000)]);
        for (var i = 1; i < Entries; i++)
        {
            var root = $"node_modules/package-{i % 1000}/";
            var length = (int)Math.Max((left / (Entries - i)) - 40, 100);
            Add(i < 1000 ? root + "package.json" : i % 100 == 0 ? $"{root}build/{i}.node" : $"{root}lib/module-{i}.js",
                i < 1000 ? [.. """{"name":"x","version":"1.0.0"}"""u8] : i % 100 == 0 ? [.. "\u007fELF\u0002\u0001\u0001"u8, .. new byte[11], 62, 0, .. Code(length)] : Code(length));
        }

        void Add(string path, byte[] bytes)
        {
            left -= bytes.Length;
            using var entry = archive.CreateEntry(path, CompressionLevel.Optimal).Open();
            entry.Write(bytes);
        }

        // Deflates by half, as programs do.
        byte[] Code(int length)
        {
            var code = new byte[length];
            random.NextBytes(code);
            for (var at = 0; at < length; at += 2)
            {
                code[at] = 0;
            }

            return code;
        }
    }

    static long Floor(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        var buffer = new byte[4096];
        var sum = 0L;
        foreach (var entry in archive.Entries)
        {
            sum += entry.Length;
            if (entry.FullName == "bootstrap" || entry.FullName.EndsWith(".node", StringComparison.Ordinal) || entry.Name == "package.json")
            {
                using var stream = entry.Open();
                for (int read; (read = stream.Read(buffer)) > 0 && entry.FullName == "bootstrap";)
                {
                    sum += read;
                }
            }
        }

        return sum;
    }

    static double CpuMs<T>(Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
