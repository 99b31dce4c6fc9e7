using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using LambdaReports.Aws.Engines;
using LambdaReports.Tables;
using Tests.Conventions;

namespace Tests.Aws.Engines;

/// <summary>What engines of SQL make of raw lines is the local reader's table file, cell by cell.</summary>
public class SqlTests(MillionRecords records) : IClassFixture<MillionRecords>
{
    static string[] ClickHouse { get; } = Statements(TableSql.For(SqlDialect.ClickHouse));

    static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    [Fact]
    public void DuckDB_gives_the_same_cells()
    {
        using Folder output = new();
        var started = Stopwatch.GetTimestamp();
        RunDuckDb(records.Path, output["tables.parquet"]);
        Output.WriteLine($"DuckDB: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, "
            + $"{new FileInfo(output["tables.parquet"]).Length:N0} bytes of table");
        using var table = File.OpenRead(output["tables.parquet"]);
        ExportedLogs.AssertSame(records.LocalRows, ExportedLogs.Rows(TableParquet.Read(table)));
        Assert.Contains(records.LocalRows, row => row.Item2.SumOfSquares > ulong.MaxValue);
    }

    [Fact]
    public void Two_shards_of_ClickHouse_give_the_same_cells_and_lines_stay_where_they_are()
    {
        var client = ClickHouseShards.Require();
        using ClickHouseShards shards = new();
        var lineBytes = Fill(shards, records.Path);
        var before = shards.Relay.Bytes;
        var started = Stopwatch.GetTimestamp();
        var text = ExternalTool.Run(client, records.Path, $"--port={shards.Tcp(0)}", "--query", ClickHouse[^1]);
        var moved = shards.Relay.Bytes - before;
        Output.WriteLine($"ClickHouse: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s; {moved:N0} bytes between the shards, "
            + $"of {lineBytes:N0} bytes of lines; {text.Length:N0} bytes of table");
        using MemoryStream table = new(Encoding.UTF8.GetBytes(text));
        ExportedLogs.AssertSame(records.LocalRows, ExportedLogs.Rows(TableCsv.Read(table)));
        Assert.InRange(moved, 1, lineBytes / 20);
    }

    [Fact]
    public void Lines_that_no_table_could_hold_leave_ClickHouses_readable()
    {
        ClickHouseShards.Require();
        using ClickHouseShards shards = new();
        using Folder folder = new();
        const string usual = "Billed Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n";
        const string path = "orders/0d6ce2c2-6f0e-4c1b-9f7f-52b1c8c5f2aa/2026-11-24-[7]00000000000000000000000000000001/000000.gz";
        var sane = $"2026-11-24T22:00:01.000Z REPORT RequestId: 1\tDuration: 1.50 ms\t{usual}";
        var odd = $"2120-11-24T22:00:01.000Z REPORT RequestId: 2\tDuration: 1.50 ms\t{usual}"
            + $"2026-11-24T22:00:01.000Z REPORT RequestId: 3\tDuration: 999999999999.99 ms\t{usual}"
            + $"2026-11-24T22:00:01.000Z REPORT RequestId: 4\tDuration: 1.50 ms\t{usual.Replace("128", "99999999999999999999")}";
        folder.Write(path, "");
        File.WriteAllBytes(folder[path], Folder.Gzip(Encoding.UTF8.GetBytes(odd + sane)));
        Fill(shards, folder.Path);
        using MemoryStream table = new(Encoding.UTF8.GetBytes(shards.Run(0, ClickHouse[^1])));
        File.WriteAllBytes(folder[path], Folder.Gzip(Encoding.UTF8.GetBytes(sane)));
        ExportedLogs.AssertSame(ExportedLogs.LocalRows(folder.Path), ExportedLogs.Rows(TableCsv.Read(table)));
    }

    [Fact]
    public async Task A_shard_that_dies_in_the_middle_of_a_query_is_an_error()
    {
        ClickHouseShards.Require();
        using ClickHouseShards shards = new();
        using Folder folder = new();
        ExportedLogs.Write(folder, 20_000, perStream: 1_000);
        Fill(shards, folder.Path);
        var before = shards.Relay.Bytes;
        Assert.NotEqual("", shards.Run(0, ClickHouse[^1]));
        var whole = shards.Relay.Bytes - before;
        shards.Relay.HoldsFrom = shards.Relay.Bytes + (whole / 2);
        var query = Task.Run(() => shards.Run(0, ClickHouse[^1]));
        await shards.Relay.Held.WaitAsync(TestContext.Current.CancellationToken);
        shards.Kill(1);
        shards.Relay.Cut();
        await Assert.ThrowsAsync<HttpRequestException>(() => query);
        // Nor is there a part where it is gone from the beginning.
        Assert.Throws<HttpRequestException>(() => shards.Run(0, ClickHouse[^1]));
    }

    [Fact]
    public void Athenas_text_is_DuckDBs_but_for_where_lines_come_from_and_rows_go()
    {
        var athena = Statements(TableSql.For(SqlDialect.Athena));
        var duckDb = Statements(TableSql.For(SqlDialect.DuckDb));
        Assert.Equal(4, athena.Length);
        Assert.Equal(3, duckDb.Length);
        Assert.Equal(
            athena[1].Replace(SqlDialect.Athena.Keep, SqlDialect.DuckDb.Keep).Replace(SqlDialect.Athena.Lines, SqlDialect.DuckDb.Lines),
            duckDb[0]);
        Assert.Equal(athena[2], duckDb[1]);
        Assert.Equal(athena[3], duckDb[2].Replace("COPY (\n", "").Replace("\n) TO 'tables.parquet' (FORMAT parquet)", ""));
    }

    internal static void RunDuckDb(string logs, string table)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = TableSql.For(SqlDialect.DuckDb).Replace("'logs/*", $"'{logs}/*").Replace("'tables.parquet'", $"'{table}'");
        command.ExecuteNonQuery();
    }

    // Without remarks.
    static string[] Statements(string sql) =>
    [
        .. Regex.Replace(sql, "^ *--.*\n", "", RegexOptions.Multiline).Split(";\n")
            .Select(statement => statement.Trim()).Where(statement => statement.Length > 0),
    ];

    static long Fill(ClickHouseShards shards, string folder)
    {
        foreach (var statement in ClickHouse[..^1])
        {
            shards.Run(0, statement);
            shards.Run(1, statement);
        }

        var bytes = 0L;
        foreach (var chunk in ExportedLogs.Lines(folder).Chunk(300_000))
        {
            shards.Insert("INSERT INTO lines_all FORMAT TabSeparated", target =>
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
