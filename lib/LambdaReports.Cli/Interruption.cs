namespace LambdaReports.Cli;

/// <summary>Ctrl-C as a token, for verbs that have something to tidy up.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();

    internal Interruption() => Console.CancelKeyPress += Cancel;

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Cancel;
        source.Dispose();
    }

    void Cancel(object? sender, ConsoleCancelEventArgs press)
    {
        // A second press ends the program at once.
        press.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
