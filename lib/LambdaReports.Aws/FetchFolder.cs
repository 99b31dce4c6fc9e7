using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Amazon.CloudWatchLogs.Model;
using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>A folder of logs as CloudWatch exports them to S3: <c>FUNCTION/TASK/STREAM/000000.gz</c>.</summary>
static class FetchFolder
{
    /// <summary>Ends the name of a file that is being written.</summary>
    internal const string Unfinished = ".unfinished";

    // File systems allow 255 bytes.
    const int LongestName = 200;

    /// <summary>A folder for each group: the function's name where no other group has it, known ones among them.</summary>
    internal static IReadOnlyList<FetchedGroup> For(IEnumerable<LogGroup> found, IEnumerable<FetchedGroup> known)
    {
        const string lambda = "/aws/lambda/";
        string[] groups = [.. found.Select(group => group.LogGroupName!)];
        // Some file systems do not tell Orders from orders.
        var shared = groups.GroupBy(Short, StringComparer.OrdinalIgnoreCase).Where(name => name.Skip(1).Any())
            .Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = known.Select(group => group.Folder).Append(LogFiles.FetchManifest).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. groups.Select(
            group => new FetchedGroup { Name = group, Folder = Free(shared.Contains(Short(group)) ? Name(group) : Short(group)) })];

        static string Short(string group) => Name(group.StartsWith(lambda, StringComparison.Ordinal) ? group[lambda.Length..] : group);

        string Free(string name) => taken.Add(name) ? name : Free(name + "-2");
    }

    /// <summary>Held while a fetch writes into the folder; it ends with the process, however that ends.</summary>
    /// <exception cref="FetchException">Another one writes there.</exception>
    internal static IDisposable Lock(string folder)
    {
        var path = FetchManifest.PathIn(folder) + ".lock";
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new FetchException($"another fetch writes into {folder}; let it end", hasBegun: true);
        }
    }

    /// <summary>The name of a group or a stream as a folder's: / is - as in exports.</summary>
    internal static string Name(string name)
    {
        var safe = string.Concat(name.Trim('/').Select(
            letter => letter == '/' ? '-' : char.IsControl(letter) || @"\:*?""<>|".Contains(letter) ? '_' : letter));
        return safe.All(letter => letter == '.') ? $"_{safe}"
            : Encoding.UTF8.GetByteCount(safe) <= LongestName ? safe
            : $"{safe[..(LongestName / 4)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]}";
    }

    /// <summary>Writes the texts of some streams as files of one number.</summary>
    internal static void Write(string folder, int number, IEnumerable<IGrouping<string, ReadOnlyMemory<byte>>> streams)
    {
        foreach (var stream in streams)
        {
            var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, stream.Key)).FullName, $"{number:d6}.gz");
            using (GZipStream gzip = new(File.Create(path + Unfinished), CompressionLevel.Fastest))
            {
                foreach (var text in stream)
                {
                    gzip.Write(text.Span);
                }
            }

            File.Move(path + Unfinished, path, overwrite: true);
        }
    }

    /// <summary>Deletes what was being written when a fetch, or writing, ended.</summary>
    internal static void Tidy(FetchManifest manifest, string folder)
    {
        var files = manifest.Groups.Select(group => Path.Combine(folder, group.Folder, $"{manifest.Task}")).Where(Directory.Exists)
            .SelectMany(group => Directory.EnumerateFiles(group, "*", SearchOption.AllDirectories));
        var left = files.Where(file => file.EndsWith(Unfinished, StringComparison.Ordinal)
            || (int.TryParse(Path.GetFileNameWithoutExtension(file), out var number) && number >= manifest.Commits));
        left.ToList().ForEach(File.Delete);
    }
}
