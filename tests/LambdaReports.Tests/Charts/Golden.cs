using System.Runtime.CompilerServices;

namespace Tests.Charts;

/// <summary>Expected outputs as files: a mismatch leaves what came instead beside them.</summary>
static class Golden
{
    /// <param name="name">The file in the folder Golden beside the test.</param>
    /// <param name="actual">What came.</param>
    /// <param name="test">The test's own file; the compiler fills it in.</param>
    internal static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
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
