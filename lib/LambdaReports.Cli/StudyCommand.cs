namespace LambdaReports.Cli;

/// <summary>Drafts a study file from what the logs tell.</summary>
static class StudyCommand
{
    internal static int Execute(SelectionSettings settings)
    {
        var logs = LogInput.Read(settings.Given, settings);
        Json.Write(JsonSerializer.SerializeToNode(logs.DraftStudy(out var inferred), JsonSerializerOptions.Web)!);
        Messages.SayAll(inferred);
        Messages.Say("null is a blank: fill in what is known, above all work, which functions of the same job share");
        return Messages.SayProblems(logs.Account);
    }
}
