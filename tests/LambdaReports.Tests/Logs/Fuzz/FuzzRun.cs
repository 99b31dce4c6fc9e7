using System.Collections.Concurrent;

namespace Tests.Logs.Fuzz;

/// <summary>A finding that can be had again: <see cref="FuzzRun.Mutate"/> of seed and
/// number.</summary>
sealed record FuzzFinding(int Seed, long Number, string Input, MutationKind Kind, string Problem);

/// <summary>Many seeded mutations of every container's input, in parallel.</summary>
static class FuzzRun
{
    internal static IReadOnlyList<FuzzFinding> Run(int seed, long from, long to)
    {
        var findings = new ConcurrentBag<FuzzFinding>();
        Parallel.For(from, to, number =>
        {
            var (input, mutation) = Mutate(seed, number);
            if (FuzzOracle.Check(input, mutation) is { } problem)
            {
                findings.Add(new(seed, number, input.Name, mutation.Kind, problem));
            }
        });
        return [.. findings.OrderBy(finding => finding.Number)];
    }

    internal static (FuzzInput Input, Mutation Mutation) Mutate(int seed, long number)
    {
        var random = new Random(HashOf(seed, number));
        var input = FuzzInput.All[random.Next(FuzzInput.All.Count)];
        return (input, Mutation.Of(input.Bytes, random));
    }

    // SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers give unlike seeds.
    static int HashOf(int seed, long number)
    {
        var z = unchecked((((ulong)(uint)seed << 40) ^ (ulong)number) * 0x9E37_79B9_7F4A_7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL);
        return unchecked((int)(z ^ (z >> 31)));
    }
}
