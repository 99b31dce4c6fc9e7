using System.Text.Json;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>Drafts a study file from what the logs tell.</summary>
sealed class StudyCommand : Command<PathSettings>
{
    public override int Execute(CommandContext context, PathSettings settings, CancellationToken cancellation)
    {
        var logs = LogInput.Read(settings.Paths, settings.Selection);
        Json.Write(JsonSerializer.SerializeToNode(logs.DraftStudy(out var inferred), JsonSerializerOptions.Web)!);
        Messages.SayAll(inferred);
        Messages.Say("null is a blank: fill in what is known, above all work, which functions of the same job share");
        return Messages.SayProblems(logs.Account);
    }
}
