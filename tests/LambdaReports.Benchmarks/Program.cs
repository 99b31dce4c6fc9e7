namespace Benchmarks;

static class Program
{
    const string Usage = """
        usage:
          generate FILE MEGABYTES   write START, END and REPORT lines of one function, 24 streams
          readers FILE              whole processes over the file: ours, floors and peers, as ratios
          floor FILE                the bare C# loop: find records, read one field (run by readers)
          inflate FILE              .NET's gzip alone (run by readers)
          duckdb FILE               the peer (run by readers)
          fuzz COUNT SEED           damaged input of every container; resumes, result in fuzz-SEED.json
        """;

    static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["generate", var file, var megabytes]:
                LogGenerator.Write(file, long.Parse(megabytes) * 1_000_000);
                return 0;
            case ["readers", var file]:
                ReaderComparison.Run(file);
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
            case ["fuzz", var count, var seed]:
                return Fuzzing.Run(long.Parse(count), int.Parse(seed));
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
