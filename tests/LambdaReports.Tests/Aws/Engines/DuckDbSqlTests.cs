using DuckDB.NET.Data;
using LambdaReports.Aws.Engines;
using LambdaReports.Tables;

namespace Tests.Aws.Engines;

/// <summary>What DuckDB makes of raw lines is the local reader's table file.</summary>
public class DuckDbSqlTests
{
    [Fact]
    public void A_million_records_give_the_same_cells()
    {
        using Folder folder = new();
        using Folder output = new();
        ExportedLogs.Write(folder, 1_000_000, 6_000);
        Run(folder, output["tables.parquet"]);
        using var table = File.OpenRead(output["tables.parquet"]);
        ExportedLogs.AssertSame(ExportedLogs.LocalRows(folder.Path), ExportedLogs.Rows(TableParquet.Read(table)));
    }

    static void Run(Folder folder, string table)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = TableSql.For(SqlDialect.DuckDb)
            .Replace("'logs/*", $"'{folder.Path}/*").Replace("'tables.parquet'", $"'{table}'");
        command.ExecuteNonQuery();
    }
}
