using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tests.Cli;

namespace Tests.Conventions;

/// <summary>The README's commands work as they stand, but for folders and lengths.</summary>
public class ReadmeTests
{
    const string Program = "dotnet run -c Release --project lib/LambdaReports.Cli -- ";

    static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    static IEnumerable<string> Commands =>
        Regex.Matches(Text, @"```sh\n(?<code>.*?)```", RegexOptions.Singleline)
            .SelectMany(block => block.Groups["code"].Value.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0);

    public static TheoryData<string> Verbs =>
        [.. Commands.Where(line => line.StartsWith(Program)).Select(line => line[Program.Length..])];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_of_the_README_works(string verb)
    {
        using var folder = new Folder();
        // Your own logs are the shipped ones here.
        var arguments = verb.Replace(" logs", " " + Path.Combine(Repository.Root, "data/measured"))
            .Replace("my-packages", Path.Combine(Repository.Root, "lib/LambdaReports.Lab/functions"))
            .Replace("orders-node", "aws-nodejs6")
            .Replace("--duration 60s", "--duration 2s --function aws-csharp2")
            .Split(' ').ToList();
        var output = arguments.IndexOf("--out");
        if (output >= 0)
        {
            arguments[output + 1] = folder[arguments[output + 1]];
        }
        else if (arguments[0] == "report")
        {
            arguments.AddRange(["--out", folder["report"]]);
        }

        Assert.SkipWhen(arguments[0] == "lab" && !OperatingSystem.IsLinux(), "the lab runs on Linux only");
        var result = CommandLine.Run([.. arguments]);
        Assert.True(result.Exit == 0, result.Errors);
    }

    [Fact]
    public void Its_other_commands_are_those_that_CI_runs()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, ".ci/run"));
        var others = Commands.Where(line => !line.StartsWith(Program)).ToList();
        Assert.Equal(["dotnet test -c Release", "dotnet build -c Release"], others);
        Assert.All(others, command => Assert.Contains(command, script));
        Assert.Contains(Program + "report\n", script);
    }

    [Fact]
    public void It_names_every_notebook() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"),
            notebook => Assert.Contains($"`{Path.GetFileNameWithoutExtension(notebook)}`", Text));

    [Fact]
    public void Its_figure_is_the_one_of_the_second_notebook()
    {
        var notebook = JsonNode.Parse(File.ReadAllText(
            Path.Combine(Repository.Root, "notebooks/2-net-core-against-the-rest.ipynb")))!;
        var figure = notebook["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == "figure")!;
        var svg = figure["outputs"]![0]!["data"]!["image/svg+xml"]!;
        var text = svg is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)svg!;
        Assert.Equal(text.TrimEnd(), File.ReadAllText(Path.Combine(Repository.Root, "lib/docs/estimation.svg")).TrimEnd());
    }

    [Fact]
    public void Its_links_lead_somewhere() =>
        Assert.All(
            Regex.Matches(Text, @"\]\((?<path>[^)#:]+)\)").Select(link => link.Groups["path"].Value),
            path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
}
