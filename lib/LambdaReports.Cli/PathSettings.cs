namespace LambdaReports.Cli;

/// <summary>The logs to read.</summary>
class PathSettings : SelectionSettings
{
    internal const string Meaning = "Files of logs or tables, folders, globs of *, ? and **, s3://bucket/prefix, or - for "
        + "standard input; one or several, such as logs/ 'more/*.gz'.";

    [CommandArgument(0, "<PATH>")]
    [Description(Meaning)]
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
