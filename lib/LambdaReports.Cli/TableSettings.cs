using System.ComponentModel;
using Spectre.Console.Cli;

namespace LambdaReports.Cli;

enum TableFormat
{
    Table,
    Json,
    Csv,
    Md,
}

class TableSettings : PathSettings
{
    [CommandOption("--format <FORMAT>")]
    [Description("table, json, csv or md.")]
    [DefaultValue(TableFormat.Table)]
    public TableFormat Format { get; init; }
}
