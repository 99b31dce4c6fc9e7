namespace LambdaReports.Cli;

/// <summary>Files that are either whole or not there.</summary>
static class OutputFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        var unfinished = path + ".part";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
