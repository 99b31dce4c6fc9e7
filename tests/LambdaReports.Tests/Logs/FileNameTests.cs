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
    [InlineData("orders/2026-11-24.json", "orders")]
    [InlineData("orders/2026-11-24T22.log.gz", "orders")]
    [InlineData("2026-11-24/orders.json", "orders")]
    [InlineData("orders/log-events-viewer-result.csv", "orders")]
    [InlineData("orders/logs-insights-results (3).csv", "orders")]
    [InlineData("orders/query-results.json", "orders")]
    [InlineData("orders/2026-11-24-[$LATEST]0123456789abcdef0123456789abcdef/000000.gz", "orders")]
    [InlineData("shared/2026-11-24-pay[$LATEST]0123456789abcdef0123456789abcdef/000000.gz", "pay")]
    public void Is_the_name_without_endings_or_the_folder(string path, string function) =>
        Assert.Equal(function, LogFile.At(Path.GetFullPath(path), path).Function);

    // Several files in each folder are functions; one alone in each is what a client calls its output.
    [Theory]
    [InlineData("before/orders.log before/pay.log after/orders.log after/pay.log", "orders pay", "")]
    [InlineData("2026-11-24/orders.log 2026-11-25/orders.log 2026-11-25/pay.log", "orders pay", "")]
    [InlineData("orders/lambda.log pay/lambda.log", "orders pay", "")]
    [InlineData("orders/lambda.log pay/lambda.log", "lambda", """{ "functions": [{ "name": "lambda" }] }""")]
    public void Names_in_several_folders_are_functions_unless_they_stand_alone(string files, string functions, string study)
    {
        using Folder folder = new();
        foreach (var (i, file) in files.Split(' ').Index())
        {
            folder.Write(file, Lines.Invocation(1, Lines.RequestId(i)));
        }

        if (study.Length > 0)
        {
            folder.Write("study.json", study);
        }

        Assert.Equal(functions.Split(' '), LambdaReports.Tables.Logs.Read(folder.Path).Functions);
    }
}
