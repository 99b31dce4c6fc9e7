using System.Text.Json.Serialization;
using Parquet.Serialization.Attributes;

namespace LambdaReports.Tables;

/// <summary>One row of a table file; its public properties are the columns, in their order.</summary>
/// <remarks>
/// (stream, value) → n has a value and no block; (block, value) → n has a value and a block, so it
/// holds dated records only; (stream, block) → n, Σv, Σv² has no value. Each kind is told by what it
/// lacks, also where the stream is unknown or a record has no time.
/// </remarks>
sealed record TableRow
{
    [JsonPropertyName("function")] public string? Function { get; init; }
    [JsonPropertyName("version")] public string? Version { get; init; }
    [JsonPropertyName("architecture")] public string? Architecture { get; init; }
    [JsonPropertyName("memorySizeMB")] public int? MemorySizeMB { get; init; }
    [JsonPropertyName("start")] public string? Start { get; init; }
    [JsonPropertyName("stream")] public string? Stream { get; init; }
    [JsonPropertyName("block"), ParquetTimestamp(ParquetTimestampResolution.Milliseconds, true, true)]
    public DateTime? Block { get; init; }
    [JsonPropertyName("blockSeconds")] public int? BlockSeconds { get; init; }
    [JsonPropertyName("resolutionUs")] public int? ResolutionUs { get; init; }
    [JsonPropertyName("value")] public long? ValueUs { get; init; }
    [JsonPropertyName("n")] public long Count { get; init; }
    [JsonPropertyName("s1"), ParquetDecimal(38, 0)] public decimal? Sum { get; init; }
    [JsonPropertyName("s2"), ParquetDecimal(38, 0)] public decimal? SumOfSquares { get; init; }

    /// <summary>The rows of a population: streams by name and value, blocks by time and value,
    /// cells.</summary>
    internal static IEnumerable<TableRow> Of(PopulationTables tables)
    {
        var sample = tables.Durations;
        return sample.Sandboxes.SelectMany(sandbox => Values(sandbox.Name, null, sandbox.Table))
            .Concat(sample.Blocks.SelectMany(block => Values(null, block.Number, block.Table)))
            .Concat(sample.Cells.Select(cell => Row(sample.Sandboxes[cell.Sandbox].Name, cell.Block) with
            {
                Count = cell.Count,
                Sum = (decimal)cell.Sum,
                SumOfSquares = (decimal)cell.SumOfSquares,
            }));

        IEnumerable<TableRow> Values(string? stream, long? block, FrequencyTable table) =>
            table.Unrounded.Pairs().Select(pair => Row(stream, block) with
            {
                ResolutionUs = table.ResolutionUs,
                ValueUs = pair.Key,
                Count = pair.Value,
            });

        TableRow Row(string? stream, long? block) => new()
        {
            Function = sample.Population.Function,
            Version = sample.Population.Version,
            Architecture = sample.Population.Architecture,
            MemorySizeMB = sample.Population.MemorySizeMB,
            Start = DataFrames.Name(sample.Population.Start),
            Stream = stream,
            Block = block is { } number ? DateTime.UnixEpoch.AddSeconds(number * sample.BlockSeconds) : null,
            BlockSeconds = block is null ? null : sample.BlockSeconds,
        };
    }
}
