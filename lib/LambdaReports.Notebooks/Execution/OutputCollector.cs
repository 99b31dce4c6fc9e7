using LambdaReports.Notebooks.Documents;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace LambdaReports.Notebooks.Execution;

/// <summary>Turns the events of a cell's run into outputs.</summary>
sealed class OutputCollector
{
    readonly List<(string? Key, CellOutput Output)> outputs = [];

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
            case DisplayedValueUpdated updated:
                var place = outputs.FindIndex(output => output.Key == updated.ValueId);
                if (place >= 0)
                {
                    outputs[place] = (updated.ValueId, Value(updated, isResult: false));
                }

                break;
            case DisplayedValueProduced displayed:
                outputs.Add((displayed.ValueId, Value(displayed, isResult: false)));
                break;
            case ReturnValueProduced returned:
                outputs.Add((null, Value(returned, isResult: true)));
                break;
            case CommandFailed failed:
                outputs.Add((null, Error(failed)));
                break;
        }
    }

    internal IReadOnlyList<CellOutput> ToList() => [.. outputs.Select(output => output.Output)];

    void Print(string stream, DisplayEvent printed)
    {
        var text = Lines(string.Concat(printed.FormattedValues.Select(value => value.Value)));
        if (outputs.Count > 0 && outputs[^1].Output is { } last && last.Stream == stream)
        {
            text = last.StreamText + text;
            outputs.RemoveAt(outputs.Count - 1);
        }

        outputs.Add((null, CellOutput.Printed(stream, text)));
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
