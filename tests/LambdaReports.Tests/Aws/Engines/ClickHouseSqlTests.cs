using System.Text;
using LambdaReports.Aws.Engines;
using LambdaReports.Tables;
using Tests.Conventions;

namespace Tests.Aws.Engines;

/// <summary>What two shards of ClickHouse make of raw lines is the local reader's table file, and none where one is gone.</summary>
public class ClickHouseSqlTests
{
    const string Insert = "INSERT INTO lines_all FORMAT TabSeparated";

    static string[] Statements { get; } =
        [.. TableSql.For(SqlDialect.ClickHouse).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [Fact]
    public void A_million_records_give_the_same_cells_and_lines_stay_where_they_are()
    {
        var client = ClickHouseShards.Require();
        using ClickHouseShards shards = new();
        using Folder folder = new();
        ExportedLogs.Write(folder, 1_000_000, 6_000);
        var lineBytes = Fill(shards, folder);
        var before = shards.Relay.Bytes;
        var query = $"--port={shards.Tcp(0)}";
        var text = ExternalTool.Run(client, folder.Path, query, "--query", Statements[^1]);
        var moved = shards.Relay.Bytes - before;
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{moved:N0} bytes between the shards, of {lineBytes:N0} bytes of lines; {text.Length:N0} bytes of table");
        using MemoryStream table = new(Encoding.UTF8.GetBytes(text));
        ExportedLogs.AssertSame(ExportedLogs.LocalRows(folder.Path), ExportedLogs.Rows(TableCsv.Read(table)));
        Assert.InRange(moved, 1, text.Length);
        Assert.True(moved < lineBytes / 10);
    }

    static long Fill(ClickHouseShards shards, Folder folder)
    {
        foreach (var statement in Statements[..^1])
        {
            shards.Run(0, statement);
            shards.Run(1, statement);
        }

        var bytes = 0L;
        foreach (var chunk in ExportedLogs.Lines(folder.Path).Chunk(300_000))
        {
            shards.Insert(Insert, target =>
            {
                foreach (var (path, line) in chunk)
                {
                    bytes += line.Length;
                    target.Write($"{path}\t{line.Replace("\\", "\\\\").Replace("\t", "\\t")}\n");
                }
            });
        }

        return bytes;
    }
}
