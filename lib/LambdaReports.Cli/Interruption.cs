using System.Runtime.InteropServices;

namespace LambdaReports.Cli;

/// <summary>Ctrl-C or a request to end as a token, for verbs that have something to tidy up.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly PosixSignalRegistration[] signals;

    internal Interruption() =>
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Cancel))];

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        Array.ForEach(signals, signal => signal.Dispose());
        source.Dispose();
    }

    void Cancel(PosixSignalContext signal)
    {
        // A second one ends the program at once.
        signal.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
