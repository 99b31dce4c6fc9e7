using System.Text;
using System.Text.Json;
using LambdaReports.Logs;
using LambdaReports.Tables;
using Tests.Cli;
using Tests.Logs;

namespace Tests.Tables;

/// <summary>What is written as Parquet, DuckDB reads back as it stands in the JSON lines.</summary>
public class RecordParquetTests
{
    static readonly Dictionary<string, string> Types = RecordField.All.ToDictionary(
        field => field.Name,
        field => field.Name == "timestamp" ? "TIMESTAMP WITH TIME ZONE"
            : field.Name.EndsWith("Ms", StringComparison.Ordinal) ? "DOUBLE"
            : field.Name.EndsWith("MB", StringComparison.Ordinal) ? "INTEGER"
            : "VARCHAR");

    static string Write(Folder folder, IEnumerable<InvocationReport> records, int rowsInGroup)
    {
        var file = folder["records.parquet"];
        using var target = File.Create(file);
        RecordParquet.WriteAsync(records, target, rowsInGroup).GetAwaiter().GetResult();
        return file;
    }

    static string JsonLines(IEnumerable<InvocationReport> records)
    {
        using var target = new MemoryStream();
        RecordText.WriteJsonLines(records, target);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    static void Same(string jsonLines, string parquet)
    {
        var lines = jsonLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = DuckDb.Rows($"SELECT * FROM '{parquet}'");
        Assert.Equal(lines.Length, rows.Count);
        foreach (var (line, row) in lines.Zip(rows))
        {
            using var json = JsonDocument.Parse(line);
            foreach (var (column, value) in row)
            {
                Assert.Equal(json.RootElement.TryGetProperty(column, out var field) ? Plain(column, field) : null, value);
            }
        }
    }

    static object Plain(string name, JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', field.EnumerateArray().Select(word => word.GetString())),
        JsonValueKind.Object => string.Join("; ", field.EnumerateObject().Select(pair => $"{pair.Name}: {pair.Value}")),
        JsonValueKind.Number when Types[name] == "INTEGER" => field.GetInt32(),
        JsonValueKind.Number => field.GetDouble(),
        _ when name == "timestamp" => field.GetDateTimeOffset().UtcDateTime,
        _ => field.GetString()!,
    };

    [Fact]
    public void Columns_have_the_JSON_names_and_real_types()
    {
        using var folder = new Folder();
        var file = Write(folder, [Reports.Plain], 1);
        Assert.Equal(
            Types.Select(type => (type.Key, type.Value)),
            DuckDb.Rows($"DESCRIBE SELECT * FROM '{file}'")
                .Select(row => ((string)row["column_name"]!, (string)row["column_type"]!)));
    }

    [Fact]
    public void Every_value_reads_back_as_it_stands_in_the_JSON_lines()
    {
        using var folder = new Folder();
        InvocationReport[] records = [Reports.Plain, Reports.Full, Reports.Plain with { Start = null, Function = "" }];
        Same(JsonLines(records), Write(folder, records, 2));
    }

    [Fact]
    public void The_command_line_writes_the_same_records_in_both_formats()
    {
        using var folder = new Folder();
        folder.Write("logs/f.log", string.Concat(Enumerable.Range(0, 200).Select(i => Lines.Invocation(
            i, Lines.RequestId(i), $"{(i * 37 % 1000 / 10.0) + 0.01:F2}", i % 50 == 0 ? "Init Duration: 100.12 ms\t" : ""))));
        var file = folder["f.parquet"];
        var written = CommandLine.Run("records", folder["logs"], "--format", "parquet", "--out", file);
        Assert.Equal((0, ""), (written.Exit, written.Output));
        Same(CommandLine.Run("records", folder["logs"]).Output, file);
    }

    [Fact]
    public async Task A_row_group_is_written_when_it_is_full()
    {
        using var target = new MemoryStream();
        await RecordParquet.WriteAsync(Records(), target, 100);
        using var folder = new Folder();
        var groups = DuckDb.Rows(
            $"SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('{folder.Write("r.parquet", target.ToArray())}')");
        Assert.Equal([50L, 100L, 100L], groups.Select(row => row["row_group_num_rows"]).Order());

        IEnumerable<InvocationReport> Records()
        {
            for (var i = 0; i < 250; i++)
            {
                Assert.True(i < 200 || target.Length > 2000, "the first row group was held back");
                yield return Reports.Full with { Source = $"f.log:{i}" };
            }
        }
    }

    [Fact]
    public void Standard_output_will_do()
    {
        using var folder = new Folder();
        folder.Write("f.log", Lines.Invocation(1));
        var (exit, bytes) = CommandLine.RunForBytes("records", folder.Path, "--format", "parquet");
        Assert.Equal(0, exit);
        Assert.Equal(1.25, DuckDb.Rows($"SELECT * FROM '{folder.Write("o.parquet", bytes)}'").Single()["durationMs"]);
    }
}
