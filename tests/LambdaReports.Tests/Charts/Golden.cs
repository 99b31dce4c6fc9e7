using Tests.Conventions;

namespace Tests.Charts;

/// <summary>Expected outputs as files: a mismatch leaves what came instead beside them.</summary>
static class Golden
{
    /// <param name="name">The file in the folder Golden beside these tests.</param>
    /// <param name="actual">What came.</param>
    internal static void Matches(string name, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests/LambdaReports.Tests/Charts/Golden", name);
        var got = file + ".got";
        if (File.Exists(file) && File.ReadAllText(file) == actual)
        {
            File.Delete(got);
            return;
        }

        File.WriteAllText(got, actual);
        Assert.Fail($"{name} differs from {got}, which came; where that is right, rename it.");
    }
}
