using LambdaReports.Logs;

namespace Tests.Logs;

/// <summary>The function that a file's path names.</summary>
public class FileNameTests
{
    [Theory]
    [InlineData("logs/orders.log", "orders")]
    [InlineData("logs/orders.log.gz", "orders")]
    [InlineData("logs/orders.json", "orders")]
    [InlineData("logs/orders.jsonl.gz", "orders")]
    [InlineData("logs/orders.ndjson", "orders")]
    [InlineData("logs/orders.csv", "orders")]
    [InlineData("logs/orders.0002.json", "orders")]
    [InlineData("logs/orders-page-3.json", "orders")]
    [InlineData("logs/orders (1).json", "orders")]
    [InlineData("logs/orders-1.json", "orders-1")]
    [InlineData("orders/page-1.json", "orders")]
    [InlineData("orders/page_02.log", "orders")]
    [InlineData("orders/events.json", "orders")]
    [InlineData("orders/1.json", "orders")]
    [InlineData("orders/log-events-viewer-result.csv", "orders")]
    [InlineData("orders/logs-insights-results (3).csv", "orders")]
    [InlineData("orders/query-results.json", "orders")]
    [InlineData("orders/2026-11-24-[$LATEST]0123456789abcdef0123456789abcdef/000000.gz", "orders")]
    [InlineData("shared/2026-11-24-pay[$LATEST]0123456789abcdef0123456789abcdef/000000.gz", "pay")]
    public void Is_the_name_without_endings_or_the_folder(string path, string function) =>
        Assert.Equal(function, LogFile.At(Path.GetFullPath(path), path).Function);
}
