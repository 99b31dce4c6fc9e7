using DuckDB.NET.Data;

namespace Tests.Tables;

/// <summary>A reader of CSV and Parquet that is not ours.</summary>
static class DuckDb
{
    /// <summary>The rows as column → value; NULL is <see langword="null"/>.</summary>
    internal static List<Dictionary<string, object?>> Rows(string query)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        List<Dictionary<string, object?>> rows = [];
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i)));
        }

        return rows;
    }
}
