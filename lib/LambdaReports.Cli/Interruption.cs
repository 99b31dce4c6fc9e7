using System.Runtime.InteropServices;

namespace LambdaReports.Cli;

/// <summary>Ctrl-C or a request to end as a token, for verbs that have something to tidy up.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();

    readonly PosixSignalRegistration termination;

    internal Interruption()
    {
        Console.CancelKeyPress += Cancel;
        termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        });
    }

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Cancel;
        termination.Dispose();
        source.Dispose();
    }

    void Cancel(object? sender, ConsoleCancelEventArgs press)
    {
        // A second press ends the program at once.
        press.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
