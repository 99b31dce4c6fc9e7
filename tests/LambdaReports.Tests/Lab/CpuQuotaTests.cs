using LambdaReports.Lab;

namespace Tests.Lab;

public sealed class CpuQuotaTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    // 1,024 of 1,769 MB: 0.579 of a CPU.
    [Fact]
    public void Control_groups_of_the_first_version_take_period_and_quota()
    {
        Directory.CreateDirectory(folder["cpu"]);
        using var quota = CpuQuota.Create("a", folder.Path);

        Assert.Equal(folder["cpu/lambda-reports-a"], quota?.Folder);
        Assert.Equal("20000", File.ReadAllText(folder["cpu/lambda-reports-a/cpu.cfs_period_us"]));
        Assert.Equal("11577", File.ReadAllText(folder["cpu/lambda-reports-a/cpu.cfs_quota_us"]));
    }

    [Fact]
    public void Control_groups_of_the_second_version_take_both_in_one_file()
    {
        using var quota = CpuQuota.Create("a", folder.Path);

        Assert.Equal("11577 20000", File.ReadAllText(folder["lambda-reports-a/cpu.max"]));
    }

    [Fact]
    public void Where_there_are_none_there_is_no_quota()
    {
        folder.Write("file", "");
        Assert.Null(CpuQuota.Create("a", folder["file"]));
    }
}
