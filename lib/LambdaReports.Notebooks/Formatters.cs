using System.Collections;
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
    /// <summary>Longer tables end with the number of rows left out.</summary>
    const int MostRows = 50;

    /// <summary>Tells the notebook engine; may be called again.</summary>
    public static void Register()
    {
        Formatter.ResetToDefault();
        Formatter.DefaultMimeType = CellOutput.Plain;
        Formatter.Register<Figure>(figure => figure.ToSvg(), CellOutput.Svg);
        Formatter.Register<Figure>(figure => figure.ToPlotlyJson(), CellOutput.Plotly);
        Formatter.Register<Figure>(figure => figure.ToString(), CellOutput.Plain);
        Formatter.SetPreferredMimeTypesFor(
            typeof(Figure), CellOutput.Svg, CellOutput.Plotly, CellOutput.Plain);
        Formatter.Register<Markdown>(markdown => markdown.Text, CellOutput.Markdown);
        Formatter.Register<Markdown>(markdown => markdown.ToString(), CellOutput.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(Markdown), CellOutput.Markdown, CellOutput.Plain);
        Formatter.Register<double>(number => CellText.Of(number), CellOutput.Plain);
        Table<DataFrame>(Rows);
        Table<IEnumerable>(Items);
        Formatter.Register<string>(text => text, CellOutput.Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(string), CellOutput.Plain);
        foreach (var type in typeof(Figure).Assembly.GetExportedTypes().Where(HasProperties))
        {
            Table(type, Properties);
        }
    }

    static void Table<T>(Func<T, HtmlTable> tableOf) => Table(typeof(T), value => tableOf((T)value));

    static void Table(Type type, Func<object, HtmlTable> tableOf)
    {
        Formatter.Register(type, (value, writer) => writer.Write(tableOf(value).ToHtml()), CellOutput.Html);
        Formatter.Register(type, (value, writer) => writer.Write(tableOf(value).ToText()), CellOutput.Plain);
        Formatter.SetPreferredMimeTypesFor(type, CellOutput.Html, CellOutput.Plain);
    }

    static bool HasProperties(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type != typeof(Figure)
        && !typeof(IEnumerable).IsAssignableFrom(type);

    static HtmlTable Rows(DataFrame frame) => new(
        [.. frame.Columns.Select(column => column.Name)],
        [.. frame.Rows.Take(MostRows).Select(row => (IReadOnlyList<string>)[.. row.Select(CellText.Of)])],
        [.. frame.Columns.Select(column => CellText.IsNumber(column.DataType))],
        frame.Rows.Count - MostRows);

    static HtmlTable Items(IEnumerable sequence)
    {
        object?[] items = [.. sequence.Cast<object?>()];
        var type = items.FirstOrDefault(item => item is not null)?.GetType() ?? typeof(object);
        PropertyInfo[] properties = type == typeof(string) || type.Namespace == nameof(System) ? [] : Readable(type);
        return new(
            properties.Length == 0 ? ["Value"] : [.. properties.Select(property => property.Name)],
            [.. items.Take(MostRows).Select(item => (IReadOnlyList<string>)(properties.Length == 0
                ? [CellText.Of(item)]
                : [.. properties.Select(property => CellText.Of(property.GetValue(item)))]))],
            properties.Length == 0
                ? [CellText.IsNumber(type)]
                : [.. properties.Select(property => CellText.IsNumber(property.PropertyType))],
            items.Length - MostRows);
    }

    static HtmlTable Properties(object value) => new(
        ["Property", "Value"],
        [.. Readable(value.GetType()).Select(property =>
            (IReadOnlyList<string>)[property.Name, CellText.Of(property.GetValue(value))])],
        [false, false]);

    static PropertyInfo[] Readable(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0
                && !property.PropertyType.IsByRefLike)];
}
