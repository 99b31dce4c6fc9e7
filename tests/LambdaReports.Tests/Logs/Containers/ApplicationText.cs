namespace Tests.Logs.Containers;

/// <summary>What functions write themselves, some of it much like the platform's own
/// lines.</summary>
static class ApplicationText
{
    internal const int Kinds = 8;

    internal static string Of(int kind, string id, long timeMs)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(timeMs)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        return kind switch
        {
            0 => "hello, \"world\"\n",
            1 => "System.InvalidOperationException: no elements\n"
                + "   at Orders.Handler.Run(Int32 n) in /src/Handler.cs:line 42\n"
                + "\tat tab\\backslash\n",
            2 => $$"""{"level":"Debug","requestId":"{{id}}","msg":"order \"0\" – €, 🚀"}""" + "\n",
            3 => "my handler wrote REPORT to stdout\n",
            4 => "REPORT for today: 5 rows, Duration: long\n",
            5 => $"{time}\t{id}\tINFO\tREPORT RequestId: {id}\tDuration: 9.99 ms\t"
                + "Billed Duration: 10 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n",
            6 => $$"""{"msg":"REPORT RequestId: {{id}}\tDuration: 5.55 ms\tBilled"}""" + "\n",
            _ => $"{time}\t{id}\tERROR\tInvoke \u001b[31mred\u001b[0m \t{{\"errorType\":\"Error\"}}",
        };
    }
}
