using LambdaReports.Charts;
using LambdaReports.Packages;

namespace LambdaReports.Cli;

/// <summary>Tells what is inside deployment packages.</summary>
sealed class PackagesCommand : Command<TableSettings>
{
    public override int Execute(CommandContext context, TableSettings settings, CancellationToken cancellation)
    {
        var packages = DeploymentPackage.Read(settings.Paths, out var problems).Where(p => settings.Selection.Wants(p.Function)).ToArray();
        if (packages.Length == 0 && (problems is [] || !settings.Paths.Any(Path.Exists)))
        {
            throw new UsageException(problems is [] ? $"found no package of --function {settings.Function}" : string.Join("; ", problems));
        }

        if (packages.Length > 0)
        {
            settings.Write(packages.ToJson, () => packages.ToDataFrame().WriteCsv(Console.Out), () => Table(packages));
        }

        Messages.SayAll([.. problems, .. packages.SelectMany(package => package.Remarks.Select(text => $"{package.Path}: {text}"))]);
        return problems.Count > 0 ? ExitStatus.Incomplete : ExitStatus.Done;
    }

    // Their names come from archives.
    static TextTable Table(IReadOnlyList<DeploymentPackage> packages) => new(
        [.. packages.ToDataFrame().Columns.Where(column => column.Name is not ("Language" or "Evidence" or "Warnings"))
            .Select(column => ShownColumn.Of(column.Name, column.DataType, column.Cast<object?>()))
            .Select(column => column with { Cells = [.. column.Cells.Select(cell => cell.Length == 0 ? "-" : Messages.OneLine(cell))] })],
        ["Path", "Entries", "Architecture"]);
}
