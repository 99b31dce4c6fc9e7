using LambdaReports.Charts;
using LambdaReports.Logs;
using LambdaReports.Packages;

namespace LambdaReports.Cli;

sealed class PackagesSettings : CommandSettings
{
    [CommandArgument(0, "<PATH>")]
    [Description("Deployment packages and layers (.zip, .jar), unpacked ones, folders of them, globs of *, ? and **.")]
    public string[] Given { get; init; } = [];

    [CommandOption("--function <GLOB>")]
    [Description("Only packages of functions whose name matches, such as orders-*.")]
    public string? Function { get; init; }

    [CommandOption("--study <FILE>")]
    [Description("A study file that names the packages' functions; its word counts more than that of study.json beside them.")]
    public string? Study { get; init; }

    [CommandOption("--format <FORMAT>")]
    [Description("table, json, csv or md.")]
    [DefaultValue(TableFormat.Table)]
    public TableFormat Format { get; init; }
}

/// <summary>Tells what is inside deployment packages.</summary>
sealed class PackagesCommand : Command<PackagesSettings>
{
    public override int Execute(CommandContext context, PackagesSettings settings, CancellationToken cancellation)
    {
        LogSelection wanted = new() { Function = settings.Function };
        DeploymentPackage[] packages = [.. DeploymentPackage.Read(
            settings.Given.Select(StandardInput.Show), settings.Study, out var problems, out var skipped).Where(p => wanted.Wants(p.Function))];
        if (packages.Length == 0)
        {
            Messages.SayAll([.. problems, .. skipped]);
            return problems is [] ? throw new UsageException($"found no package of --function {settings.Function}") : ExitStatus.Incomplete;
        }

        TableSettings.Write(settings.Format, packages.ToJson, () => packages.ToDataFrame().WriteCsv(Console.Out), () => Table(packages));
        Messages.SayAll([.. problems, .. skipped, .. packages.SelectMany(package => package.Remarks.Select(text => $"{package.Path}: {text}"))]);
        return problems.Count > 0 ? ExitStatus.Incomplete : ExitStatus.Done;
    }

    // Their names come from archives.
    static TextTable Table(IReadOnlyList<DeploymentPackage> packages) => new(
        [.. packages.ToDataFrame().Columns.Where(column => column.Name is not ("Language" or "Evidence" or "Warnings"))
            .Select(column => ShownColumn.Of(column.Name, column.DataType, column.Cast<object?>()))
            .Select(column => column with { Cells = [.. column.Cells.Select(cell => cell.Length == 0 ? "-" : Messages.OneLine(cell))] })],
        ["Path", "Entries", "Architecture"]);
}
