using System.Reflection;
using System.Text.RegularExpressions;

namespace LambdaReports.Notebooks.Pages;

/// <summary>The embedded files that pages are made of.</summary>
static partial class Template
{
    /// <summary>An asset with its places filled; what is filled in is not read again.</summary>
    /// <param name="asset">The file's name.</param>
    /// <param name="places">A value, as HTML, for each place in it.</param>
    internal static string Fill(string asset, params (string Name, string Value)[] places)
    {
        var values = places.ToDictionary(place => place.Name, place => place.Value);
        return Place().Replace(Read(asset), place => values[place.Groups["name"].Value]);
    }

    internal static string Read(string asset)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(asset)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("{{(?<name>[a-z]+)}}", RegexOptions.ExplicitCapture, -1)]
    private static partial Regex Place();
}
