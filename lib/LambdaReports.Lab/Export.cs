using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LambdaReports.Logs;

namespace LambdaReports.Lab;

/// <summary>What a run leaves: logs as CloudWatch exports them to S3, deployment packages, and study.json.</summary>
static class Export
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Where a function's package is, relative to the folder.</summary>
    public static string PackageOf(string function) => $"packages/{function}.zip";

    /// <summary>Writes study.json with what it says of the run.</summary>
    public static void Write(string folder, Study study, StudyRun run)
    {
        var whole = study with { Run = JsonSerializer.SerializeToElement(run, Json) };
        File.WriteAllText(Path.Combine(folder, Study.FileName), JsonSerializer.Serialize(whole, Json) + "\n");
    }

    /// <summary>Writes a function's package, and <c>FUNCTION/TASK/STREAM/000000.gz</c> for each sandbox.</summary>
    public static void Write(string folder, BuiltFunction function, IEnumerable<SandboxLog> logs, RunClock clock)
    {
        var package = Path.Combine(folder, PackageOf(function.Seat.Name));
        Directory.CreateDirectory(Path.GetDirectoryName(package)!);
        DeploymentPackage.Write(function.Task, package);
        var task = Path.Combine(folder, function.Seat.Name, $"{Guid.NewGuid()}");
        foreach (var log in logs)
        {
            Write(task, log.Stream, log.Lines(function.Seat.Runtime, clock));
        }
    }

    /// <summary>Writes <c>STREAM/000000.gz</c> of dated lines below a task's folder.</summary>
    public static void Write(string task, string stream, IEnumerable<string> lines)
    {
        using var file = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(task, stream)).FullName, "000000.gz"));
        using GZipStream gzip = new(file, CompressionLevel.SmallestSize);
        using StreamWriter writer = new(gzip);
        foreach (var line in lines)
        {
            writer.Write(line);
        }
    }
}
