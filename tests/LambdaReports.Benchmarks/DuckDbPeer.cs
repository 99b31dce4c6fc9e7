using DuckDB.NET.Data;

namespace Benchmarks;

/// <summary>The same question asked of DuckDB: five fields by regular expression, grouped.</summary>
static class DuckDbPeer
{
    internal static string Count(string file)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $$"""
            WITH lines AS (
                SELECT line FROM read_csv('{{file.Replace("'", "''")}}', columns = {'line': 'VARCHAR'},
                    delim = '\x01', quote = '', escape = '', header = false, auto_detect = false)
                WHERE line LIKE '%REPORT RequestId:%'),
            records AS (
                SELECT CAST(regexp_extract(line, '\tDuration: ([0-9.]+) ms', 1) AS DOUBLE) AS duration,
                    CAST(regexp_extract(line, 'Billed Duration: ([0-9]+) ms', 1) AS BIGINT) AS billed,
                    regexp_extract(line, 'Init Duration: ([0-9.]+) ms', 1) <> '' AS cold
                FROM lines)
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
}
