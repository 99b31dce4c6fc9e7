using System.Collections;
using System.Globalization;
using System.Reflection;
using LambdaReports.Charts;
using LambdaReports.Notebooks.Documents;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace LambdaReports.Notebooks;

/// <summary>How values look in a notebook: the same bytes at each run, and no scripts.</summary>
/// <remarks>The engine's own formatters add a style sheet to every value, links to documentation to
/// every type, and the current time to every DataFrame.</remarks>
public static class Formatters
{
    /// <summary>Tells the notebook engine; may be called again.</summary>
    public static void Register()
    {
        // A kernel has the culture of its user, and outputs must not.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        Formatter.ResetToDefault();
        Formatter.DefaultMimeType = CellOutput.Plain;
        foreach (var type in typeof(Figure).Assembly.GetExportedTypes().Where(IsRecord))
        {
            RegisterTable(type, ShownTable.OfProperties);
        }

        Register<Figure>(
            (CellOutput.Svg, figure => figure.ToSvg()),
            (CellOutput.Plotly, figure => figure.ToPlotlyJson()),
            (CellOutput.Plain, figure => figure.ToString()));
        Register<Markdown>(
            (CellOutput.Markdown, markdown => markdown.Text),
            (CellOutput.Plain, markdown => markdown.ToString()));
        Register<string>((CellOutput.Plain, text => VisibleText.Of(text.ReplaceLineEndings("\n"))));
        Register<double>((CellOutput.Plain, number => CellText.Of(number)));
        RegisterTable(typeof(DataFrame), value => ShownTable.Of((DataFrame)value));
        RegisterTable(typeof(IEnumerable), value => ShownTable.Of((IEnumerable)value));
    }

    static void Register<T>(params (string MimeType, Func<T, string> Format)[] formats)
    {
        foreach (var (mimeType, format) in formats)
        {
            Formatter.Register(format, mimeType);
        }

        Formatter.SetPreferredMimeTypesFor(
            typeof(T), [.. formats.Select(format => format.MimeType)]);
    }

    static void RegisterTable(Type type, Func<object, ShownTable> tableOf)
    {
        Formatter.Register(type, (it, to) => to.Write(tableOf(it).ToHtml()), CellOutput.Html);
        Formatter.Register(type, (it, to) => to.Write(tableOf(it).ToText()), CellOutput.Plain);
        Formatter.SetPreferredMimeTypesFor(type, CellOutput.Html, CellOutput.Plain);
    }

    static bool IsRecord(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && !typeof(IEnumerable).IsAssignableFrom(type);
}
