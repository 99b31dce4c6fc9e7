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
        // Before the arguments are read: that takes one core. An error of it is nobody's.
        _ = arguments is ["summary", ..] && Environment.ProcessorCount > 1 ? Rehearsal.BeginAsync() : null;
        try
        {
            var isIncomplete = arguments is [] or ["lab"];
            string[] asked = isIncomplete ? [.. arguments, "--help"] : arguments;
            var given = new Verbs(asked).All().Parse(asked, new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            // The library lets pass what stands in brackets there.
            return (asked is [['[', ..], ..] ? asked : given.UnmatchedTokens) is [var unknown, ..] ? Messages.Usage($"there is no '{unknown}' here")
                : given.Errors is [.., var error] ? Messages.Usage(error.Message)
                : given.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }) is var status
                && isIncomplete ? ExitStatus.Usage : status;
        }
        catch (Exception error) when (error is UsageException or Lab.LabException or InvalidDataException)
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
}
