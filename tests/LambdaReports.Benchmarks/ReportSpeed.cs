using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>The shipped report against the same notebooks whose every cell is <c>1 + 1</c>: what the cells themselves take.</summary>
static class ReportSpeed
{
    const int Rounds = 3;

    /// <returns>The exit status: 0 where the target is met.</returns>
    internal static int Write(string folder)
    {
        var work = Directory.CreateDirectory(Path.Combine(folder, $"lambda-reports-{Environment.ProcessId}"));
        try
        {
            var (data, shipped) = (Path.Combine(ReaderReport.Root, "data/measured"), Path.Combine(ReaderReport.Root, "notebooks"));
            var empty = work.CreateSubdirectory("notebooks").FullName;
            foreach (var notebook in Directory.GetFiles(shipped, "*.ipynb"))
            {
                File.WriteAllText(Path.Combine(empty, Path.GetFileName(notebook)), WithoutWork(File.ReadAllText(notebook)));
            }

            var output = Path.Combine(work.FullName, "report");
            List<Run> reading = [], floor = [], ours = [];
            for (var round = 0; round < Rounds; round++)
            {
                // In turn, so that a neighbour on the machine slows all.
                reading.Add(ChildProcess.Measure("dotnet", ReaderComparison.Cli, "summary", data)!);
                floor.Add(ChildProcess.Measure("dotnet", ReaderComparison.Cli, "report", data, "--notebooks", empty, "--out", output)!);
                ours.Add(ChildProcess.Measure("dotnet", ReaderComparison.Cli, "report", data, "--notebooks", shipped, "--out", output)!);
            }

            Target[] targets =
            [
                Target.AtMost(1.5, "report: time over that of notebooks of 1 + 1, both without one reading", Ratio(run => run.WallSeconds)),
                Target.AtMost(1.5, "report: the same of CPU time", Ratio(run => run.CpuSeconds)),
            ];
            ReaderReport.WriteSection("report",
            [
                string.Join(", ", ReaderReport.Machine().Take(4)) + ".",
                "",
                "| the shipped data | wall s | CPU s |",
                "|---|--:|--:|",
                Row("`summary`: one reading", reading),
                Row("`report` of notebooks whose cells are `1 + 1`", floor),
                Row("`report`", ours),
                "",
                .. ReaderReport.Lines(targets),
            ]);
            return targets.All(target => target.IsMet) ? 0 : 1;

            double Ratio(Func<Run, double> of) => (ours.Min(of) - reading.Min(of)) / (floor.Min(of) - reading.Min(of));
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    static string Row(string name, List<Run> runs) =>
        $"| {name} | {runs.Min(run => run.WallSeconds):F1} | {runs.Min(run => run.CpuSeconds):F1} |";

    static string WithoutWork(string notebook)
    {
        var root = JsonNode.Parse(notebook)!;
        foreach (var cell in root["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code"))
        {
            cell!["source"] = "1 + 1";
            cell["outputs"] = new JsonArray();
        }

        return root.ToJsonString();
    }
}
