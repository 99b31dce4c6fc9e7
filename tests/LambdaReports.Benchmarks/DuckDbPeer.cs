using DuckDB.NET.Data;

namespace Benchmarks;

/// <summary>The same question asked of DuckDB: three fields of every record, grouped.</summary>
static class DuckDbPeer
{
    // Each form of the logs as rows of duration, billed and cold.
    const string Text = """
        lines AS (
            SELECT line FROM read_csv($file, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '',
                header = false, auto_detect = false)
            WHERE line LIKE '%REPORT RequestId:%'),
        records AS (
            SELECT CAST(regexp_extract(line, '\tDuration: ([0-9.]+) ms', 1) AS DOUBLE) AS duration,
                CAST(regexp_extract(line, 'Billed Duration: ([0-9]+) ms', 1) AS BIGINT) AS billed,
                regexp_extract(line, 'Init Duration: ([0-9.]+) ms', 1) <> '' AS cold
            FROM lines)
        """;

    const string Json = """
        records AS (
            SELECT record.metrics.durationMs AS duration, record.metrics.billedDurationMs AS billed,
                record.metrics.initDurationMs IS NOT NULL AS cold
            FROM read_json($file, format = 'newline_delimited', columns = {'type': 'VARCHAR', 'record':
                'STRUCT(metrics STRUCT(durationMs DOUBLE, billedDurationMs BIGINT, initDurationMs DOUBLE))'})
            WHERE type = 'platform.report')
        """;

    internal static string Version
    {
        get
        {
            using var connection = Open();
            return connection.ServerVersion;
        }
    }

    internal static string Count(string file)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        var records = file.Contains(".json") ? Json : Text;
        command.CommandText = $"""
            WITH {records.Replace("$file", $"'{file.Replace("'", "''")}'")}
            SELECT cold, count(*), avg(duration), var_samp(duration), quantile_cont(duration, 0.99), sum(billed)
            FROM records GROUP BY cold ORDER BY cold
            """;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        return string.Join("; ", rows);
    }

    static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }
}
