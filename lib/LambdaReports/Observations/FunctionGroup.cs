namespace LambdaReports.Observations;

/// <summary>Some of the studied functions, by language, runtime or typing.</summary>
/// <param name="Name">As in "no function NAME".</param>
/// <param name="Has">Of a function among all.</param>
/// <param name="IsNamed">It is the function of one name.</param>
sealed record FunctionGroup(string Name, Func<StudiedFunction, IReadOnlyList<StudiedFunction>, bool> Has, bool IsNamed = false)
{
    internal static FunctionGroup NewestDotNet(string language) => new(
        $"in {language} on the newest .NET",
        (function, all) => function.Known.Language == language && function.DotNet is not null
            && function.DotNet == all.Max(other => other.DotNet));

    internal static FunctionGroup OldestDotNet(string language) => new(
        $"in {language} on an older .NET",
        (function, all) => function.Known.Language == language && function.DotNet is not null
            && function.DotNet == all.Min(other => other.DotNet) && function.DotNet != all.Max(other => other.DotNet));

    /// <summary>.NET compiled ahead of time, on a custom runtime, is neither the one nor the other.</summary>
    internal static FunctionGroup OtherThanNewestDotNet { get; } = new(
        "on another runtime",
        (function, all) => function.DotNet is null ? !function.IsDotNet : function.DotNet != all.Max(other => other.DotNet));

    internal static FunctionGroup Go { get; } = new("in Go", (function, _) => function.IsPlainGo);

    internal static FunctionGroup AnyGo { get; } = new("in Go", (function, _) => function.Known.Language == "Go");

    internal static FunctionGroup GoSmall { get; } =
        new("in Go packed by UPX (as its package tells, or upx or small in its name)", (function, _) => function.IsGoSmall);

    internal static FunctionGroup GoShim { get; } = new("in Go on a Python runtime", (function, _) => function.IsGoShim);

    internal static FunctionGroup Java { get; } = new("in Java", (function, _) => function.Known.Language == "Java");

    internal static FunctionGroup All { get; } = new("in any language", (_, _) => true);

    internal static FunctionGroup Named(string function) => new(
        $"named {function}", (studied, _) => studied.Known.Name == function || studied.Name == function, IsNamed: true);

    internal IReadOnlyList<StudiedFunction> Among(IReadOnlyList<StudiedFunction> all) =>
        [.. all.Where(function => Has(function, all))];
}
