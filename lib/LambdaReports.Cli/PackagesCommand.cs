using LambdaReports.Charts;
using LambdaReports.Logs;
using LambdaReports.Packages;

namespace LambdaReports.Cli;

sealed class PackagesSettings(ParseResult given) : TableSettings(given)
{
    internal static new Argument Path => Paths(
        "Deployment packages and layers (.zip, .jar), unpacked ones, folders of them, globs of *, ? and **.", ArgumentArity.OneOrMore);

    internal static new IReadOnlyList<Option> Options => [.. OfFunctions, ShownAs];
}

/// <summary>Tells what is inside deployment packages.</summary>
static class PackagesCommand
{
    internal static int Execute(PackagesSettings settings)
    {
        var all = DeploymentPackage.Read(settings.Given, settings.Study, out var problems, out var skipped);
        DeploymentPackage[] wanted = [.. all.Where(package => new LogSelection { Function = settings.Function }.Wants(package.Function))];
        if (wanted is [_, ..])
        {
            settings.Write(wanted.ToJson, () => wanted.ToDataFrame().WriteCsv(Console.Out), () => Table(wanted));
        }

        Messages.SayAll([.. problems, .. skipped, .. wanted.SelectMany(one => one.Remarks.Select(text => $"{one.Path}: {text}"))]);
        return problems is [_, ..] ? (settings.Given.Any(IsThere) ? ExitStatus.Incomplete : ExitStatus.Usage)
            : wanted is [] ? Messages.Usage($"found no package of --function {settings.Function}")
            : ExitStatus.Done;
    }

    static bool IsThere(string path) => Path.Exists(path) || (Glob.IsPattern(path) && Glob.Matches(path).Count > 0);

    // Their names come from archives.
    static TextTable Table(IReadOnlyList<DeploymentPackage> packages) => new(
        [.. packages.ToDataFrame().Columns.Where(column => column.Name is not ("Language" or "Evidence" or "Warnings"))
            .Select(column => ShownColumn.Of(column.Name, column.DataType, column.Cast<object?>()))
            .Select(column => column with { Cells = [.. column.Cells.Select(cell => cell.Length == 0 ? "-" : Messages.OneLine(cell))] })],
        ["Path", "Entries", "Architecture"]);
}
