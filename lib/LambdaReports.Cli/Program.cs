using System.Text;
using LambdaReports.Aws;
using LambdaReports.Logs;

namespace LambdaReports.Cli;

static class Program
{
    static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // Nothing of AWS's is loaded before it is needed.
        RemoteFiles.Source = path => path.StartsWith("s3://", StringComparison.Ordinal) ? S3Logs.At(path) : null;
        var app = new CommandApp();
        app.Configure(configurator => Verbs.Configure(configurator, arguments.FirstOrDefault()));
        try
        {
            // Without a verb the library shows the help, which is not what was wanted; for a value that is missing it takes a
            // name of its own.
            return arguments is [] or ["lab"] ? ShowHelp(app, arguments)
                : arguments is [.., ['-', '-', ..] last] && last is not ("--help" or "--version" or "--yes" or "--all-lines") && !last.Contains('=')
                    ? Messages.Usage($"{last} needs a value")
                : app.Run(arguments.Select(StandardInput.Hide), CancellationToken.None);
        }
        catch (Exception error) when (error is CommandAppException or UsageException or Lab.LabException or InvalidDataException)
        {
            return Messages.Usage(error.Message);
        }
        catch (OperationCanceledException)
        {
            Messages.Say("stopped; nothing was written");
            return ExitStatus.Incomplete;
        }
        catch (Exception error)
        {
            Messages.Say((error as AggregateException)?.InnerException?.Message ?? error.Message);
            return ExitStatus.Incomplete;
        }
    }

    static int ShowHelp(CommandApp app, string[] arguments)
    {
        app.Run([.. arguments, "--help"], CancellationToken.None);
        return ExitStatus.Usage;
    }
}
