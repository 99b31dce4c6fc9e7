using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>Drafts a study file from what the logs tell.</summary>
sealed class StudyCommand : Command<PathSettings>
{
    public override int Execute(CommandContext context, PathSettings settings, CancellationToken cancellation)
    {
        var logs = LogInput.Read(settings.Paths, settings.Selection);
        Json.Write(logs.DraftStudy(out var inferred));
        foreach (var line in inferred)
        {
            Messages.Say(line);
        }

        Messages.Say("null is a blank: fill in what is known, above all work, which functions of the same job share");
        return Messages.SayProblems(logs.Account);
    }
}
