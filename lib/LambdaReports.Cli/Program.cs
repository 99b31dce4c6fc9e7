using System.Text;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

static class Program
{
    static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var app = new CommandApp();
        app.Configure(Verbs.Configure);
        try
        {
            return app.Run(arguments.Select(StandardInput.Hide), CancellationToken.None);
        }
        catch (CommandAppException error)
        {
            return Messages.Usage(error.Message);
        }
        catch (UsageException error)
        {
            return Messages.Usage(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Messages.Say(error.Message);
            return ExitStatus.Incomplete;
        }
    }
}
