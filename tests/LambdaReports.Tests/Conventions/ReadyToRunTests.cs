using System.Reflection.PortableExecutable;

namespace Tests.Conventions;

/// <summary>The built program starts from native code; without it, it takes twice as long.</summary>
public class ReadyToRunTests
{
    [Theory]
    [InlineData("LambdaReports.Cli.dll")]
    [InlineData("LambdaReports.dll")]
    [InlineData("System.CommandLine.dll")]
    [InlineData("MathNet.Numerics.dll")]
    public void What_every_verb_loads_is_compiled_in_the_Release_build(string assembly)
    {
        var build = Path.Combine(Repository.Root, "lib/LambdaReports.Cli/bin/Release/net10.0", assembly);
        Assert.SkipUnless(File.Exists(build), "needs the Release build");
        using var image = new PEReader(File.OpenRead(build));
        var hasNativeCode = image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
        if (!hasNativeCode && Environment.GetEnvironmentVariable(ExternalTool.Demand) != "1")
        {
            Assert.Skip("needs NuGet's package Microsoft.NETCore.App.Crossgen2 for this platform");
        }

        Assert.True(hasNativeCode, $"{assembly} has no native code");
    }
}
