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

    /// <summary>The rows of a sample: streams by name and value, blocks by time and value, cells.</summary>
    internal static IEnumerable<TableRow> Of(PopulationTables tables)
    {
        var sample = tables.Durations;
        var (function, version, architecture, memorySizeMB, start) = sample.Population;
        TableRow any = new()
        {
            Function = function,
            Version = version,
            Architecture = architecture,
            MemorySizeMB = memorySizeMB,
            Start = DataFrames.Name(start),
        };
        return sample.Sandboxes
            .SelectMany(sandbox => Values(any with { Stream = sandbox.Name }, sandbox.Table))
            .Concat(sample.Blocks.SelectMany(block => Values(At(block.Number), block.Table)))
            .Concat(sample.Cells.Select(cell => At(cell.Block) with
            {
                Stream = sample.Sandboxes[cell.Sandbox].Name,
                Count = cell.Count,
                Sum = (decimal)cell.Sum,
                SumOfSquares = (decimal)cell.SumOfSquares,
            }));

        TableRow At(long? block) => block is not { } number ? any : any with
        {
            Block = DateTime.UnixEpoch.AddSeconds(number * sample.BlockSeconds),
            BlockSeconds = sample.BlockSeconds,
        };
    }

    static IEnumerable<TableRow> Values(TableRow row, FrequencyTable table) =>
        table.Unrounded.Pairs().Select(pair => row with
        {
            ResolutionUs = table.ResolutionUs,
            ValueUs = pair.Key,
            Count = pair.Value,
        });
}
