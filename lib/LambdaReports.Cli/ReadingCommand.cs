namespace LambdaReports.Cli;

/// <summary>A verb that reads logs and shows what they say.</summary>
abstract class ReadingCommand<T> : Command<T>
    where T : PathSettings
{
    public sealed override int Execute(CommandContext context, T settings, CancellationToken cancellation)
    {
        var logs = LogInput.Read(settings.Paths, settings);
        Show(logs, settings);
        return Messages.SayProblems(logs.Account with { Problems = [.. logs.Account.Problems, .. Problems] });
    }

    /// <summary>What could not be read beside the logs.</summary>
    protected IReadOnlyList<string> Problems { get; set; } = [];

    protected abstract void Show(Tables.Logs logs, T settings);
}
