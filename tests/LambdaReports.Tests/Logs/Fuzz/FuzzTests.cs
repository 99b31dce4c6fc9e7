using System.Collections.Concurrent;

namespace Tests.Logs.Fuzz;

/// <summary>Damaged input of every container: never an exception, never a wrong number, and every
/// line has its fate.</summary>
public class FuzzTests
{
    const int Seed = 2026;
    const int Mutations = 100_000;
    const int Shown = 5;

    // Large inputs, which repeat their parts, and the starts of all: every byte would take three
    // times as long, and a step of 3 meets every place of a line in one line or another.
    const int Step = 3;
    const int Large = 3_000;

    public static TheoryData<string> Inputs => [.. FuzzInput.All.Select(input => input.Name)];

    public static TheoryData<string> PlainInputs =>
        [.. FuzzInput.All.Where(input => input.IsPlain).Select(input => input.Name)];

    [Fact]
    public void Mutated_inputs_give_no_exception_and_no_wrong_number()
    {
        var findings = FuzzRun.Run(Seed, 0, Mutations);
        Assert.True(findings.Count == 0, string.Join('\n', findings
            .GroupBy(finding => (finding.Input, finding.Kind))
            .OrderByDescending(group => group.Count())
            .Take(Shown)
            .Select(group => $"{group.Count()} times, {group.First()}")
            .Prepend($"{findings.Count} of {Mutations} mutations")));
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_cut_at_any_byte_gives_the_records_before_it_and_no_other(string name)
    {
        var input = Input(name);
        var step = input.Bytes.Length > Large ? Step : 1;
        Check(input, (input.Bytes.Length / step) + 1, i =>
            Mutation.CutEnd(input.Bytes, input.Bytes.Length - (i * step)));
    }

    [Theory]
    [MemberData(nameof(PlainInputs))]
    public void A_cut_start_gives_no_other_record(string name)
    {
        var input = Input(name);
        Check(input, input.Bytes.Length / Step, i => Mutation.CutStart(input.Bytes, i * Step));
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Every_input_holds_records_of_more_than_one_kind(string name)
    {
        var records = Input(name).Records;
        Assert.InRange(records.Count, 2, 12);
        Assert.Equal(records.Count, records.Select(record => record.RequestId).Distinct().Count());
        Assert.Contains(records, record => record.InitUs is null && record.RestoreUs is null);
        Assert.Contains(records, record => record.InitUs is not null || record.RestoreUs is not null);
    }

    static void Check(FuzzInput input, int count, Func<int, Mutation> mutation)
    {
        var problems = new ConcurrentBag<string>();
        Parallel.For(0, count, i =>
        {
            if (FuzzOracle.Check(input, mutation(i)) is { } problem)
            {
                problems.Add($"{i}: {problem}");
            }
        });
        Assert.True(problems.IsEmpty, $"{problems.Count} of {count} cuts; {problems.Min()}");
    }

    static FuzzInput Input(string name) => FuzzInput.All.Single(input => input.Name == name);
}
