using System.Text;
using LambdaReports.Tables;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs.Containers;

/// <summary>Every number of some tables as text, so that two readings can be compared to the bit.</summary>
static class TablesText
{
    internal static string Of(LogSet logs)
    {
        var text = new StringBuilder();
        foreach (var tables in logs.Populations.OrderBy(tables => tables.Durations.Population.ToString()))
        {
            var sample = tables.Durations;
            Line(text, $"{sample.Population} {tables.Runtime} used {tables.MaxMemoryUsedMB} "
                + $"billed {tables.BilledMsTotal:R} errors {tables.Errors} timeouts {tables.Timeouts} "
                + $"blocks of {sample.BlockSeconds} s");
            foreach (var sandbox in sample.Sandboxes)
            {
                Line(text, $"{sandbox.Name}: {Table(sandbox.Table)}");
            }

            foreach (var block in sample.Blocks)
            {
                Line(text, $"{block.Number}: {Table(block.Table)}");
            }

            foreach (var cell in sample.Cells)
            {
                Line(text, cell.ToString());
            }
        }

        return text.ToString();
    }

    static string Table(FrequencyTable table)
    {
        var text = new StringBuilder($"{table.ResolutionUs} µs, {table.Sum}, {table.SumOfSquares}:");
        for (var i = 0; i < table.ValuesUs.Length; i++)
        {
            text.Append($" {table.ValuesUs[i]}x{table.Counts[i]}");
        }

        return text.ToString();
    }

    static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
