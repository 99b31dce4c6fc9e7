using Spectre.Console.Cli;

namespace LambdaReports.Cli;

/// <summary>The verbs of the command line.</summary>
static class Verbs
{
    internal static void Configure(IConfigurator app)
    {
        app.SetApplicationName("lambda-reports");
        app.PropagateExceptions();
        app.UseStrictParsing();
        app.AddCommand<RecordsCommand>("records")
            .WithDescription("Write every REPORT record, once, as JSON lines or CSV.");
    }
}
