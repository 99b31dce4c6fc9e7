using System.Text.Json;

namespace LambdaReports.Cli;

/// <summary>Drafts a study file from what the logs tell.</summary>
sealed class StudyCommand : ReadingCommand<PathSettings>
{
    protected override void Show(Tables.Logs logs, PathSettings settings)
    {
        Json.Write(JsonSerializer.SerializeToNode(logs.DraftStudy(out var inferred), JsonSerializerOptions.Web)!);
        Messages.SayAll(inferred);
        Messages.Say("null is a blank: fill in what is known, above all work, which functions of the same job share");
    }
}
