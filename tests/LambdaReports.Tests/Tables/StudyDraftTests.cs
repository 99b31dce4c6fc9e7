using System.Text.Json;
using LambdaReports.Logs;
using Tests.Logs;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Tables;

public class StudyDraftTests
{
    static void Write(Folder folder, string function, string? runtime) => folder.Write(
        $"logs/{function}.log",
        (runtime is null ? "" : $"INIT_START Runtime Version: {runtime}\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:0\n")
            + Lines.Invocation(1, Guid.NewGuid().ToString()));

    [Theory]
    [InlineData("python:3.12.v30", "python3.12", "Python", "dynamic")]
    [InlineData("python:3.12.mainlinev2.v43", "python3.12", "Python", "dynamic")]
    [InlineData("nodejs:22.mainline.v122", "nodejs22.x", "JavaScript", "dynamic")]
    [InlineData("nodejs:22.DurableFunction.v36", "nodejs22.x", "JavaScript", "dynamic")]
    [InlineData("ruby:3.3.v12", "ruby3.3", "Ruby", "dynamic")]
    [InlineData("java:21.v38", "java21", "Java", "static")]
    [InlineData("java:8.al2.v40", "java8.al2", "Java", "static")]
    [InlineData("go:1.v10", "go1.x", "Go", "static")]
    [InlineData("dotnet:8.v20", "dotnet8", null, "static")]
    [InlineData("provided:al2023.v33", "provided.al2023", null, null)]
    [InlineData(null, null, null, null)]
    public void What_the_runtime_tells_is_inferred_and_said(string? initStart, string? runtime, string? language, string? typing)
    {
        using var folder = new Folder();
        Write(folder, "f", initStart);
        var draft = LogSet.Read(folder["logs"]).DraftStudy(out var inferred);
        Assert.Equal(
            new StudyFunction { Name = "f", Runtime = runtime, Language = language, Typing = typing },
            Assert.Single(draft.Functions));
        string?[] told = [runtime, language, typing];
        Assert.Equal(
            runtime is null ? [] : [$"f: inferred {string.Join(", ", told.Where(word => word is not null))}"],
            inferred);
    }

    [Fact]
    public void Entries_of_a_study_are_kept_and_their_blanks_filled()
    {
        using var folder = new Folder();
        Write(folder, "a", "python:3.12.v30");
        Write(folder, "b", "dotnet:8.v20");
        folder.Write("logs/study.json", """
            { "$schema": "mine", "origin": "simulated", "functions": [
              { "name": "gone", "work": "w" }, { "name": "b", "language": "F#", "runtime": "", "work": "w" } ] }
            """);
        var draft = LogSet.Read(folder["logs"]).DraftStudy(out var inferred);
        Assert.Equal(("mine", "simulated"), (draft.Schema, draft.Origin));
        Assert.Equal(
            [
                new() { Name = "gone", Work = "w" },
                new() { Name = "b", Language = "F#", Runtime = "dotnet8", Typing = "static", Work = "w" },
                new() { Name = "a", Language = "Python", Runtime = "python3.12", Typing = "dynamic" },
            ],
            draft.Functions);
        Assert.Equal(["b: inferred dotnet8, static", "a: inferred python3.12, Python, dynamic"], inferred);
    }

    [Fact]
    public void The_command_line_prints_a_study_that_reads_back_the_same()
    {
        using var folder = new Folder();
        Write(folder, "a", "python:3.12.v30");
        Write(folder, "b", null);
        var first = Cli.CommandLine.Run("study", folder["logs"]);
        Assert.Equal(0, first.Exit);
        Assert.Contains("a: inferred python3.12, Python, dynamic", first.Errors);
        using var json = JsonDocument.Parse(first.Output);
        Assert.False(json.RootElement.TryGetProperty("$schema", out _));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("functions")[0].GetProperty("work").ValueKind);

        var again = Cli.CommandLine.Run("study", folder["logs"], "--study", folder.Write("draft.json", first.Output));
        Assert.Equal((0, first.Output), (again.Exit, again.Output));
        Assert.DoesNotContain("inferred", again.Errors);
    }
}
