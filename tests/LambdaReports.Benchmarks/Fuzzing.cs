using System.Text.Json;
using Tests.Logs.Fuzz;

namespace Benchmarks;

/// <summary>The suite's fuzz test for as long as wanted: goes on where an earlier run ended, and
/// keeps what it found in a file.</summary>
static class Fuzzing
{
    const long Step = 20_000;
    const int KeptFindings = 200;

    static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    sealed record Result(int Seed, long Done, long Found, IReadOnlyList<FuzzFinding> Findings);

    /// <param name="count">How many mutations altogether, earlier runs included.</param>
    /// <param name="seed">Names the run and its file, <c>fuzz-SEED.json</c> in the working
    /// folder.</param>
    /// <returns>1 where anything was found.</returns>
    internal static int Run(long count, int seed)
    {
        var file = $"fuzz-{seed}.json";
        var result = File.Exists(file)
            ? JsonSerializer.Deserialize<Result>(File.ReadAllBytes(file))!
            : new(seed, 0, 0, []);
        while (result.Done < count)
        {
            var to = Math.Min(count, result.Done + Step);
            var found = FuzzRun.Run(seed, result.Done, to);
            result = new(
                seed, to, result.Found + found.Count,
                [.. result.Findings.Concat(found).Take(KeptFindings)]);
            Write(result, file);
        }

        Console.WriteLine($"{result.Done} mutations, {result.Found} findings: {file}");
        return result.Found == 0 ? 0 : 1;
    }

    /// <summary>One mutation of a run again; its bytes stand in <c>fuzz-SEED-NUMBER</c> afterwards.</summary>
    /// <returns>1 where there is something wrong with its reading.</returns>
    internal static int Repeat(long number, int seed)
    {
        var (input, mutation) = FuzzRun.Mutate(seed, number);
        File.WriteAllBytes($"fuzz-{seed}-{number}", mutation.Bytes);
        var problem = FuzzOracle.Check(input, mutation);
        Console.WriteLine($"{input}, {mutation.Kind} at {mutation.FirstChange}: {problem ?? "no finding"}");
        return problem is null ? 0 : 1;
    }

    // Whole or not at all: a run that is stopped here goes on from the step before.
    static void Write(Result result, string file)
    {
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(result, Format));
        File.Move(file + ".new", file, overwrite: true);
    }
}
