using System.ComponentModel;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>The logs to read.</summary>
class PathSettings : SelectionSettings
{
    [CommandArgument(0, "<PATH>")]
    [Description("A file of logs or tables, a folder, a glob, or - for standard input.")]
    public string[] Given { get; init; } = [];

    internal IReadOnlyList<string> Paths => [.. Given.Select(StandardInput.Show)];
}

/// <summary>The command line library takes a single <c>-</c> for an option without a name.</summary>
static class StandardInput
{
    const string Stand = "standard input:-";

    internal static string Hide(string argument) => argument == "-" ? Stand : argument;

    internal static string Show(string argument) => argument == Stand ? "-" : argument;
}
