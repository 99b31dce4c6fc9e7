using System.Text.RegularExpressions;

namespace Tests.Conventions;

public partial class StageOrderTests
{
    static readonly string[] Stages = ["Logs", "Packages", "Tables", "Statistics", "Observations", "Charts"];

    [Fact]
    public void A_stage_uses_only_the_stages_before_it()
    {
        var breaches =
            from stage in Stages
            let folder = Path.Combine(Repository.Root, "lib/LambdaReports", stage)
            where Directory.Exists(folder)
            from file in Repository.SourceFiles(folder)
            from Match used in UsedStage().Matches(File.ReadAllText(file))
            where Array.IndexOf(Stages, used.Groups[1].Value) > Array.IndexOf(Stages, stage)
            select $"{file} uses {used.Groups[1].Value}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void The_library_knows_no_console_clock_environment_or_network() =>
        Assert.Empty(
            from file in Repository.SourceFiles("lib/LambdaReports")
            let text = File.ReadAllText(file)
            from Match word in Outside().Matches(text)
            where !file.EndsWith("LogFile.cs") // standard input is a PATH
            select $"{file} uses {word.Value}");

    [GeneratedRegex(@"\bLambdaReports\.(Logs|Packages|Tables|Statistics|Observations|Charts)\b")]
    private static partial Regex UsedStage();

    [GeneratedRegex(@"\b(Console\.|DateTime(Offset)?\.(Utc)?Now|Environment\.(?!ProcessorCount)|HttpClient|System\.Net\b|DotNet\.Interactive)")]
    private static partial Regex Outside();
}
