using Tests.Conventions;

namespace Tests.Aws;

/// <summary>What the tests use of npm: <c>npm ci --prefix tests/LambdaReports.Tests/Aws/npm</c> brings it.</summary>
static class NpmPackages
{
    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests/LambdaReports.Tests/Aws/npm");

    /// <summary>Node.js where a package is there; else the test ends, saying how to get it.</summary>
    internal static string Require(string package) => ExternalTool.Require(
        "node", $"nodejs, and {package}: npm ci --prefix tests/LambdaReports.Tests/Aws/npm",
        "-e", $"process.exit(require('fs').existsSync('{Folder}/node_modules/{package}') ? 0 : 1)");
}
