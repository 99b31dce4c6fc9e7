namespace Tests.Conventions;

/// <summary>Small is a feature: past the budget, a feature goes or two become one.</summary>
public class SizeTests
{
    [Theory]
    [InlineData("lib/LambdaReports", 11450)]
    [InlineData("lib/LambdaReports.Aws", 1500)]
    [InlineData("lib/LambdaReports.Notebooks", 1050)]
    [InlineData("lib/LambdaReports.Lab", 1250)]
    [InlineData("lib/LambdaReports.Cli", 1060)]
    public void A_project_keeps_to_its_budget_of_lines(string folder, int budget)
    {
        var lines = Repository.SourceFiles(folder)
            .SelectMany(File.ReadLines)
            .Select(line => line.Trim())
            .Count(line => line.Length > 0 && !line.StartsWith("//"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{folder}: {lines} lines of {budget}");
        Assert.InRange(lines, 1, budget);
    }

    [Fact]
    public void The_library_has_at_most_45_public_types()
    {
        Type[] types = [.. typeof(LambdaReports.Tables.Logs).Assembly.GetExportedTypes().Where(type => !type.IsNested)];
        TestContext.Current.TestOutputHelper!.WriteLine($"{types.Length} public types of 45");
        Assert.InRange(types.Length, 1, 45);
    }
}
