using LambdaReports.Lab;
using Tests.Conventions;
using MeasuredLogs = LambdaReports.Tables.Logs;

namespace Tests.Lab;

/// <summary>What the log says of functions that fail, each a few lines of Python.</summary>
public sealed class ErrorPathTests : IDisposable
{
    // A new connection for each request, which is closed after it.
    const string Runtime = """
        import os, signal, sys, urllib.request

        def call(path, body=None, **headers):
            url = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/{path}"
            return urllib.request.urlopen(urllib.request.Request(url, body, headers)).headers

        def fail(path, type):
            call(path + "/error", b"{}", **{"Lambda-Runtime-Function-Error-Type": type})

        def next():
            return "invocation/" + call("invocation/next")["Lambda-Runtime-Aws-Request-Id"]


        """;

    static readonly TimeSpan Long = TimeSpan.FromDays(1);
    static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Short = TimeSpan.FromSeconds(0.3);

    readonly Folder folder = new();
    readonly RunClock clock = new();
    readonly List<Function> functions = [];

    public void Dispose()
    {
        functions.ForEach(function => function.Dispose());
        folder.Dispose();
    }

    [Fact]
    public void An_error_that_the_function_reports_ends_the_invocation_and_not_the_sandbox() =>
        Assert.Equal(
            [
                "INIT_START",
                "START", "END", "REPORT D B M X I Status: error\tError Type: Function.Broken",
                "START", "END", "REPORT D B M X Status: error\tError Type: Runtime.Unknown",
            ],
            Shapes("""
                fail(next(), "Function.Broken")
                fail(next(), "a type of its own")
                next()
                """,
                invocations: 2));

    [Fact]
    public void A_failed_init_phase_is_run_again_in_the_invocation_that_waits() =>
        Assert.Equal(
            [
                "INIT_START", "INIT_REPORT I Phase: init\tStatus: error\tError Type: Runtime.ImportModuleError",
                "START", "INIT_REPORT I Phase: invoke\tStatus: error\tError Type: Runtime.ImportModuleError",
                "END", "REPORT D B M X Status: error\tError Type: Runtime.ImportModuleError",
            ],
            Shapes("""
                fail("init", "Runtime.ImportModuleError")
                sys.exit(1)
                """));

    [Fact]
    public void An_init_phase_that_succeeds_the_second_time_costs_duration_and_is_no_init_duration() =>
        Assert.Equal(
            [
                "INIT_START", "INIT_REPORT I Phase: init\tStatus: error\tError Type: Runtime.ExitError",
                "START", "END", "REPORT D B M X ",
                "START", "END", "REPORT D B M X ",
            ],
            Shapes("""
                if not os.path.exists("second"):
                    open("second", "w").close()
                    os._exit(3)
                while True:
                    call(next() + "/response", b'{"statusCode": 200}')
                """,
                invocations: 2));

    [Fact]
    public void A_crash_in_an_invocation_is_an_exit_error() =>
        Assert.Equal(
            ["INIT_START", "START", "END", "REPORT D B M X I Status: error\tError Type: Runtime.ExitError"],
            Shapes("""
                next()
                os._exit(3)
                """));

    [Fact]
    public void A_timeout_is_reported_as_the_limit_itself()
    {
        var lines = Lines("""
            next()
            signal.pause()
            """,
            timeout: Short);

        Assert.Equal(["INIT_START", "START", "END", "REPORT D B M X I Status: timeout"], lines.Select(Shape));
        Assert.Contains("\tDuration: 300.00 ms\t", lines[^1]);
    }

    [Fact]
    public void An_init_phase_without_end_times_out() =>
        Assert.Equal(
            [
                "INIT_START", "INIT_REPORT I Phase: init\tStatus: timeout",
                "START", "INIT_REPORT I Phase: invoke\tStatus: timeout",
                "END", "REPORT D B M X Status: timeout",
            ],
            Lines("signal.pause()", Short, Short).Select(Shape));

    [Fact]
    public void A_program_that_is_not_there_is_an_exit_error()
    {
        Seat seat = new("aws-absent", "provided", "", "static", "./absent");
        Assert.Equal(
            "REPORT D B M X Status: error\tError Type: Runtime.ExitError",
            Shape(Run(seat, invocations: 1)[^1]));
    }

    [Fact]
    public void The_reader_understands_all_of_it()
    {
        Lines("""
            if len(os.listdir()) == 1:
                open("second", "w").close()
                os._exit(3)
            call(next() + "/response", b"{}")
            fail(next(), "Runtime.Unknown")
            next()
            os._exit(3)
            """,
            invocations: 3);
        Lines("""
            next()
            signal.pause()
            """,
            timeout: Short);
        foreach (var (index, function) in functions.Index())
        {
            Export.Write(folder[$"{index}"], function.Built, function.Logs, clock);
        }

        var account = MeasuredLogs.Read(folder["0"], folder["1"]).Account;

        Assert.Empty(account.Rejected);
        Assert.Equal((4, 0), (account.Records, account.ApplicationLines));
        Assert.Equal((4, 0), (account.Billing.Explained, account.Billing.Unexplained));
    }

    IEnumerable<string> Shapes(string script, int invocations = 1) =>
        Lines(script, invocations: invocations).Select(Shape);

    string[] Lines(string script, TimeSpan? timeout = null, TimeSpan? initTimeout = null, int invocations = 1)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The lab runs on Linux only.");
        var python = ExternalTool.Require("/usr/bin/python3", "python3", "--version");
        var name = $"aws-fails{functions.Count}";
        folder.Write($"{name}/handler.py", Runtime + script);
        Seat seat = new(name, "provided", "", "dynamic", python, "handler.py")
        {
            Timeout = timeout ?? Enough,
            InitTimeout = initTimeout ?? Enough,
        };
        return Run(seat, invocations);
    }

    string[] Run(Seat seat, int invocations)
    {
        Directory.CreateDirectory(folder[seat.Name]);
        Function function = new(new(seat, folder[seat.Name], "0"), clock, Long, Long);
        functions.Add(function);
        for (var count = 0; count < invocations; count++)
        {
            // One that finds no sandbox idle would start another.
            Assert.True(count == 0 || SpinWait.SpinUntil(() => function.Idle > 0, Enough));
            function.Deliver(new());
        }

        Assert.True(SpinWait.SpinUntil(() => function.IsDone, Enough));
        return
        [
            .. function.Logs.Where(log => log.Invocations.Count > 0)
                .SelectMany(log => log.Lines(seat.Runtime, clock)).Select(line => line[25..^1]),
        ];
    }

    // The line without what differs from run to run: a letter for each field with a number.
    static string Shape(string line)
    {
        string[] fields = ["Duration", "Billed Duration", "Memory Size", "Max Memory Used", "Init Duration"];
        string[] letters = ["D", "B", "M", "X", "I"];
        var words = line.Split(' ')[0];
        foreach (var field in line.Split('\t').Select(field => field.Replace("INIT_REPORT ", "", StringComparison.Ordinal)))
        {
            var known = Array.IndexOf(fields, field.Split(": ")[0]);
            words += known >= 0 ? " " + letters[known] : "";
        }

        var status = line.IndexOf("Phase: ", StringComparison.Ordinal) is >= 0 and var phase ? phase
            : line.IndexOf("Status: ", StringComparison.Ordinal) is >= 0 and var failed ? failed
            : line.Length;
        return line.StartsWith("REPORT", StringComparison.Ordinal) || line.StartsWith("INIT_REPORT", StringComparison.Ordinal)
            ? $"{words} {line[status..]}"
            : words;
    }
}
