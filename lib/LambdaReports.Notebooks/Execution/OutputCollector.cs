using LambdaReports.Notebooks.Documents;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace LambdaReports.Notebooks.Execution;

/// <summary>Turns the events of a cell's run into outputs.</summary>
sealed class OutputCollector
{
    readonly List<CellOutput> outputs = [];

    internal IReadOnlyList<CellOutput> Outputs => outputs;

    internal void Add(KernelEvent happened)
    {
        switch (happened)
        {
            case StandardOutputValueProduced printed:
                Print("stdout", printed);
                break;
            case StandardErrorValueProduced printed:
                Print("stderr", printed);
                break;
            case ReturnValueProduced returned:
                outputs.Add(Value(returned, isResult: true));
                break;
            // An update has another id than the value it renews, so both are shown.
            case DisplayEvent displayed:
                outputs.Add(Value(displayed, isResult: false));
                break;
            case CommandFailed failed:
                outputs.Add(Error(failed));
                break;
        }
    }

    void Print(string stream, DisplayEvent printed)
    {
        var text = Lines(string.Concat(printed.FormattedValues.Select(value => value.Value)));
        if (outputs.Count > 0 && outputs[^1].Stream == stream)
        {
            text = outputs[^1].StreamText + text;
            outputs.RemoveAt(outputs.Count - 1);
        }

        outputs.Add(CellOutput.Printed(stream, text));
    }

    static CellOutput Value(DisplayEvent shown, bool isResult) => CellOutput.Value(
        isResult,
        shown.FormattedValues.Select(value => (value.MimeType, Lines(value.Value))));

    // A compilation error's message begins with its place; an exception's own message tells more
    // than the trace through the engine.
    static CellOutput Error(CommandFailed failed) =>
        failed.Exception is CodeSubmissionCompilationErrorException or null
            ? CellOutput.Failed("Error", Lines(failed.Message))
            : CellOutput.Failed(failed.Exception.GetType().Name, Lines(failed.Exception.Message));

    static string Lines(string text) => text.ReplaceLineEndings("\n");
}
