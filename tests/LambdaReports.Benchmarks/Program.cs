using System.IO.Compression;
using LambdaReports.Packages;

namespace Benchmarks;

static class Program
{
    const string Usage = """
        usage:
          readers [FOLDER [MEGABYTES [DATE]]]
                                     whole processes over 1,000 megabytes, in several forms: ours, floors and
                                     peers as ratios against the targets, written into lib/docs/benchmarks.md;
                                     the files are made in FOLDER (/dev/shm unless given) and deleted again
          statistics [FOLDER]        means, ratios and verdicts of 12 functions against reading their logs, written
                                     into lib/docs/benchmarks.md
          packages [FOLDER]          a deployment package of 250 MB and 30,000 entries against listing it and inflating what
                                     must be looked into, written into lib/docs/benchmarks.md
          report [FOLDER]            the shipped report against the same notebooks whose cells are 1 + 1, written into
                                     lib/docs/benchmarks.md
          package FILE               the package read, and nothing else (run by packages)
          generate FILE MEGABYTES    write START, END and REPORT lines of one function; .json in the name:
                                     JSON lines; .gz: compressed; FILE may be a pipe
          floor FILE                 the bare C# loop: find records, read one field (run by readers)
          inflate FILE               .NET's gzip alone (run by readers)
          duckdb FILE                the peer (run by readers)
          allocations SMALL LARGE    bytes allocated for each further record of LARGE (run by readers)
          fuzz COUNT SEED            damaged input of every container; resumes, result in fuzz-SEED.json
          fuzz-one NUMBER SEED       one mutation of a fuzz again, its bytes into fuzz-SEED-NUMBER
          error-rates COUNT PAGE     wrong rejections in COUNT simulated hours of every generator, as a table in
                                     PAGE; resumes, counts in error-rates.json
          verdicts COUNT PAGE        wrong verdicts on the claims in COUNT seeds of every scenario of simulate, as a
                                     table in PAGE; resumes, counts in verdicts.json
        """;

    static string MemoryFolder => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["readers", ..]:
                return ReaderReport.Write(
                    arguments is [_, var folder, ..] ? folder : MemoryFolder,
                    arguments is [_, _, var size, ..] ? long.Parse(size) : 1000,
                    arguments is [_, _, _, var date] ? date : null);
            case ["statistics", ..]:
                return StatisticsSpeed.Write(arguments is [_, var place] ? place : MemoryFolder);
            case ["packages", ..]:
                return PackageSpeed.Write(arguments is [_, var parent] ? parent : MemoryFolder);
            case ["report", ..]:
                return ReportSpeed.Write(arguments is [_, var room] ? room : MemoryFolder);
            case ["package", var file]:
                Console.WriteLine(DeploymentPackage.Read(file)[0].UnzippedBytes);
                return 0;
            case ["generate", var file, var megabytes]:
                Generate(file, 0, (long)(long.Parse(megabytes) * 1e6 / LogGenerator.BytesOfText));
                return 0;
            case ["floor", var file]:
                Console.WriteLine(Floor.SumOfDurations(file));
                return 0;
            case ["inflate", var file]:
                Console.WriteLine(Floor.Inflate(file));
                return 0;
            case ["duckdb", var file]:
                Console.WriteLine(DuckDbPeer.Count(file));
                return 0;
            case ["allocations", var small, var large]:
                Console.WriteLine(Allocations.PerRecord(small, large));
                return 0;
            case ["fuzz", var count, var seed]:
                return Fuzzing.Run(long.Parse(count), int.Parse(seed));
            case ["fuzz-one", var number, var seed]:
                return Fuzzing.Repeat(long.Parse(number), int.Parse(seed));
            case ["error-rates", var count, var page]:
                return ErrorRates.Run(int.Parse(count), page);
            case ["verdicts", var count, var page]:
                return Verdicts.Run(int.Parse(count), page);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>Writes a file of log lines, of the kind that its name tells.</summary>
    internal static void Generate(string file, long first, long count)
    {
        using Stream raw = new FileStream(file, File.Exists(file) ? FileMode.Open : FileMode.Create, FileAccess.Write);
        using var target = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(raw, CompressionLevel.Optimal)
            : raw;
        LogGenerator.Write(target, file.Contains(".json") ? LogFormat.Json : LogFormat.Text, first, count);
    }
}
