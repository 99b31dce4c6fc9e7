namespace Benchmarks;

/// <summary>The same events in every form that is measured, in a folder that is deleted again.</summary>
sealed class InputFiles : IDisposable
{
    const int Parts = 8;
    const int RecordsOfMany = 5;

    /// <summary>How many files are in <see cref="Many"/>.</summary>
    internal const int ManyCount = 20_000;

    /// <summary>How many links are in <see cref="Links"/>.</summary>
    internal const int LinkCount = 10;

    readonly DirectoryInfo folder;

    /// <param name="parent">Where the folder is made; best in memory.</param>
    /// <param name="megabytes">Of the plain text.</param>
    internal InputFiles(string parent, long megabytes)
    {
        Megabytes = megabytes;
        Records = (long)(megabytes * 1e6 / LogGenerator.BytesOfText);
        folder = Directory.CreateDirectory(Path.Combine(parent, $"lambda-reports-{Environment.ProcessId}"));
        // Also where the run is stopped: these are gigabytes of memory.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        Parallel.ForEach(
            new[] { (Zipped, Records), (Plain, Records), (Json, Records), (Tiny, 3) }
                .Concat(Forms.Select(ending => (Small(ending), Records / 50))),
            file => Program.Generate(file.Item1, 0, file.Item2));
        Parallel.For(0, Parts, i => Program.Generate(
            Export(Eight, i, "000000.gz"), Records * i / Parts, (Records * (i + 1) / Parts) - (Records * i / Parts)));
        Parallel.For(0, ManyCount, i => Program.Generate(Export(Many, i, "000000.gz"), (long)i * RecordsOfMany, RecordsOfMany));
        foreach (var (ending, times) in Forms.SelectMany(ending => RepeatCounts.Select(times => (ending, times))))
        {
            using var repeated = File.Create(Repeated(ending, times));
            for (var i = 0; i < times; i++)
            {
                using var once = File.OpenRead(Small(ending));
                once.CopyTo(repeated);
            }
        }

        for (var i = 0; i < LinkCount; i++)
        {
            File.CreateSymbolicLink(Export(Links, i, "000000.log"), Plain);
        }
    }

    internal static IReadOnlyList<string> Forms { get; } = [".log", ".log.gz", ".json"];

    /// <summary>Of the plain text, about.</summary>
    internal long Megabytes { get; }

    /// <summary>In each form but <see cref="Repeated"/>, <see cref="Many"/> and <see cref="Tiny"/>.</summary>
    internal long Records { get; }

    internal string Plain => At("orders.log");

    internal string Zipped => At("orders.log.gz");

    /// <summary>A line an event, as Lambda's JSON log format has them.</summary>
    internal string Json => At("orders.json");

    /// <summary>Three records.</summary>
    internal string Tiny => At("tiny.log");

    /// <summary>A folder: the same in eight compressed files, each of a log stream of its own.</summary>
    internal string Eight => At("eight");

    /// <summary>A folder: compressed files of five records, each of a log stream of its own, as exports to S3 are.</summary>
    internal string Many => At("many");

    /// <summary>A folder: ten links to <see cref="Plain"/>, each of a log stream of its own.</summary>
    internal string Links => At("links");

    /// <summary>How often the lines are in <see cref="Repeated"/>.</summary>
    internal static IReadOnlyList<int> RepeatCounts { get; } = [10, 20];

    /// <summary>The same lines over and over: more records, of which no value and no time is new.</summary>
    internal string Repeated(string ending, int times) => At($"repeated{times}{ending}");

    internal string At(string name) => Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        if (Directory.Exists(folder.FullName))
        {
            folder.Delete(recursive: true);
        }
    }

    string Small(string ending) => At($"small{ending}");

    static string Export(string tree, int stream, string file) => Path.Combine(
        Directory.CreateDirectory(Path.Combine(tree, "orders", $"2026-11-01-[$LATEST]{stream:x32}")).FullName, file);
}
