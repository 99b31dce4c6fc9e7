namespace Tests.Logs.Fuzz;

/// <summary>Damaged input of every container: never an exception, never a wrong number, and every line
/// has its fate.</summary>
public class FuzzTests
{
    const int Seed = 2026;
    const int Mutations = 100_000;
    const int Shown = 5;

    public static TheoryData<string> Inputs => [.. FuzzInput.All.Select(input => input.Name)];

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
        foreach (var length in Enumerable.Range(0, input.Bytes.Length + 1))
        {
            Assert.Null(FuzzOracle.Check(input, Mutation.CutEnd(input.Bytes, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_start_cut_at_any_byte_gives_no_other_record(string name)
    {
        var input = Input(name);
        foreach (var start in Enumerable.Range(0, input.Bytes.Length))
        {
            Assert.Null(FuzzOracle.Check(input, Mutation.CutStart(input.Bytes, start)));
        }
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

    static FuzzInput Input(string name) => FuzzInput.All.Single(input => input.Name == name);
}
