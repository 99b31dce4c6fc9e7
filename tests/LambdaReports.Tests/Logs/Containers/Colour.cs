namespace Tests.Logs.Containers;

/// <summary>The colours of a terminal, as clients write them.</summary>
static class Colour
{
    internal static string Red(string text) => Of(31, text);

    internal static string Green(string text) => Of(32, text);

    internal static string Yellow(string text) => Of(33, text);

    internal static string Cyan(string text) => Of(36, text);

    internal static string White(string text) => Of(37, text);

    static string Of(int code, string text) => $"\u001b[{code}m{text}\u001b[0m";
}
