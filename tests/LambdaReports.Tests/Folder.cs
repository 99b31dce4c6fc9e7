using System.IO.Compression;
using System.Text;

namespace Tests;

/// <summary>A folder of its own for one test, deleted with it.</summary>
sealed class Folder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("lambda-reports-test-").FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a text; compressed where the name ends in .gz.</summary>
    internal string Write(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? Gzip(bytes) : bytes);
    }

    internal string Write(string name, byte[] bytes)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
