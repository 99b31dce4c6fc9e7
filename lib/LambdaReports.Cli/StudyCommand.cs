using System.Text.Json;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>Drafts a study file from what the logs tell.</summary>
sealed class StudyCommand : Command<PathSettings>
{
    public override int Execute(CommandContext context, PathSettings settings, CancellationToken cancellation)
    {
        var logs = LogInput.Read(settings.Paths, settings);
        var draft = logs.DraftStudy(out var inferred);
        var json = JsonSerializer.SerializeToNode(draft, JsonSerializerOptions.Web)!.AsObject();
        if (draft.Schema is null)
        {
            json.Remove("$schema");
        }

        Json.Write(json);
        Messages.SayAll(inferred);
        Messages.Say("null is a blank: fill in what is known, above all work, which functions of the same job share");
        return Messages.SayProblems(logs.Account);
    }
}
