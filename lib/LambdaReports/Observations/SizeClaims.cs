using LambdaReports.Logs;
using LambdaReports.Packages;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A function's deployment package with what the study or, where it is silent, the package tells of it.</summary>
sealed record PackedFunction(StudyFunction Known, DeploymentPackage Package)
{
    static readonly string?[] NotCompiled = [null, "JavaScript", "Python", "Ruby"];

    internal bool Is(string language) => Known.Language == language;

    internal bool IsCompiled => !NotCompiled.Contains(Known.Language) && !IsShim;

    // A Python runtime around Go.
    bool IsShim => Known.Runtime?.StartsWith("python", StringComparison.Ordinal) is true;

    internal bool IsGo => Is("Go") && !IsShim;
}

/// <summary>The article's claims on package sizes: exact quantities of these builds, compared without an interval.</summary>
static class SizeClaims
{
    sealed record Group(string Name, Func<PackedFunction, bool> Has);

    sealed record Definition(
        string Id, string Statement, Group Mine, Group Theirs,
        Func<PackedFunction, PackedFunction, bool> AreCompared, string Allowed, Func<double, bool> Holds)
    {
        internal string InWords => $"every difference of bytes, zipped and unzipped, in MB and in MiB, is {Allowed}; "
            + $"packages {Mine.Name} against packages {Theirs.Name}";

        /// <summary>It is about the smallest of all.</summary>
        internal bool SpeaksOfAll { get; init; }

        /// <summary>What is compared beside the work.</summary>
        internal string AndOf { get; init; } = "";
    }

    static readonly Group Go = new("in Go", function => function.IsGo && !function.Package.IsUpx);
    static readonly Group CSharp = new("in C#", function => function.Is("C#"));

    static readonly Definition[] All =
    [
        new("4a", "Go's package is bigger than Java's", Go, new("in Java", function => function.Is("Java")), SameWork,
            "above 0", difference => difference > 0),
        new("4b", "UPX makes Go's package smaller",
            new("in Go packed by UPX", function => function.IsGo && function.Package.IsUpx), Go, SameWork,
            "below 0", difference => difference < 0),
        new("4c", "C# has the smallest package of the compiled languages", CSharp,
            new("in another compiled language", function => function.IsCompiled && !function.Is("C#")), SameWork,
            "below 0", difference => difference < 0) { SpeaksOfAll = true },
        new("4d", "F# adds about 1 MB to the package of C#", new("in F#", function => function.Is("F#")), CSharp,
            (mine, theirs) => SameWork(mine, theirs) && mine.Known.Runtime == theirs.Known.Runtime,
            "from 0.5 to below 1.5", difference => difference is >= 0.5 and < 1.5) { AndOf = " and runtime" },
    ];

    // What "MB" and "size" may mean; a verdict that depends on it is none.
    static readonly (string Name, Func<DeploymentPackage, long?> Bytes, double Unit)[] Measures =
    [
        ("zipped in MB", package => package.ZippedBytes, 1e6),
        ("unzipped in MB", package => package.UnzippedBytes, 1e6),
        ("zipped in MiB", package => package.ZippedBytes, 1 << 20),
        ("unzipped in MiB", package => package.UnzippedBytes, 1 << 20),
    ];

    /// <summary>The claims whose id begins with this, on the packages that were given or that the study names.</summary>
    internal static IEnumerable<Observation> On(Tables.Logs logs, string id)
    {
        var asked = Array.FindAll(All, claim => claim.Id.StartsWith(id, StringComparison.Ordinal));
        if (asked is [])
        {
            return [];
        }

        var study = logs.DraftStudy(out _);
        PackedFunction[] all =
        [
            .. from package in logs.Packages.DistinctBy(package => package.Function)
               let known = study.Find(package.Function) ?? new() { Name = package.Function }
               select new PackedFunction(
                   known with { Language = known.Language ?? package.Language, Runtime = known.Runtime ?? package.Runtime }, package),
        ];

        var isComparable = StudiedFunction.ComparableIn(study, all.Select(function => function.Known));
        var functions = Array.FindAll(all, function => isComparable(function.Known));
        var isTold = functions is not [] || all is [];
        return asked.Select(claim => Judge(claim, functions, Absent(claim, logs), isTold) with { Definition = claim.InWords });
    }

    // What a verdict leaves out without the reader's knowing.
    static string Absent(Definition claim, Tables.Logs logs)
    {
        string[] names =
        [
            .. logs.Study.Functions.Where(function => function.PackagePath is not null).Select(function => function.Name)
                .Except(logs.Packages.Select(package => package.Function)),
            .. claim.SpeaksOfAll ? logs.Study.Missing.Select(function => function.Name) : [],
        ];
        return names is [] ? "" : $" Not compared, as their packages are not there: {string.Join(", ", names)}.";
    }

    static bool SameWork(PackedFunction one, PackedFunction other) => one.Known.Work == other.Known.Work;

    static Observation Judge(Definition claim, PackedFunction[] functions, string absent, bool isTold)
    {
        var lacking = new[] { claim.Mine, claim.Theirs }.FirstOrDefault(group => !functions.Any(group.Has));
        var pairs = (
            from mine in functions.Where(claim.Mine.Has)
            from theirs in functions.Where(claim.Theirs.Has)
            where claim.AreCompared(mine, theirs)
            select (Mine: mine, Theirs: theirs)).ToArray();
        var reason = !isTold ? "Say in study.json which functions do the same work."
            : lacking is not null ? $"No package of a function {lacking.Name}; give it with --package, or name it in study.json.{absent}"
            : pairs is [] ? $"No two packages that can be compared: of the same work{claim.AndOf}.{absent}"
            : null;
        return reason is null ? Judge(claim, pairs, absent) : new(claim.Id, claim.Statement, null, reason);
    }

    static Observation Judge(Definition claim, (PackedFunction Mine, PackedFunction Theirs)[] pairs, string absent)
    {
        var measured = (
            from measure in Measures
            where pairs.All(pair => measure.Bytes(pair.Mine.Package) is not null && measure.Bytes(pair.Theirs.Package) is not null)
            let judged = claim.SpeaksOfAll ? SmallestOf(pairs, measure.Bytes) : pairs
            select (measure.Name, measure.Bytes, Judged: judged,
                Failing: Array.FindAll(judged, pair => !claim.Holds(Difference(pair, measure.Bytes, measure.Unit))))).ToArray();
        var holding = measured.Where(measure => measure.Failing is []).Select(measure => measure.Name).ToArray();
        var decisive = measured.SelectMany(measure => measure.Failing).Append(measured[0].Judged[0]).First();
        var outcome = holding.Length == measured.Length ? Outcome.Supported
            : holding is [] ? Outcome.Contradicted
            : Outcome.Inconclusive;
        Verdict verdict = new()
        {
            Outcome = outcome,
            Scope = Scope.Records,
            Estimate = Estimate.None(Unit.Megabytes, [], Difference(decisive, measured[0].Bytes, 1e6)),
            Reason = $"Of these builds, {InWords(decisive.Mine)} and {InWords(decisive.Theirs)}"
                + (outcome == Outcome.Inconclusive ? $"; it holds only when measured {string.Join(" and ", holding)}." : ".") + absent,
            Settle = outcome == Outcome.Inconclusive
                ? "Say which size counts: zipped is what is uploaded, unzipped what Lambda limits." : null,
        };
        return new(claim.Id, claim.Statement, verdict, verdict.Reason);
    }

    // Against each other function the smallest package, in whatever measure: that is one of them.
    static (PackedFunction Mine, PackedFunction Theirs)[] SmallestOf(
        (PackedFunction Mine, PackedFunction Theirs)[] pairs, Func<DeploymentPackage, long?> bytes) =>
        [.. pairs.GroupBy(pair => pair.Theirs).Select(group => group.MinBy(pair => bytes(pair.Mine.Package)))];

    static double Difference((PackedFunction Mine, PackedFunction Theirs) pair, Func<DeploymentPackage, long?> bytes, double unit) =>
        (bytes(pair.Mine.Package)!.Value - bytes(pair.Theirs.Package)!.Value) / unit;

    static string InWords(PackedFunction function) => $"{function.Known.Name} has "
        + (function.Package.ZippedBytes is { } zipped ? $"{zipped:N0} bytes zipped, " : "")
        + $"{function.Package.UnzippedBytes:N0} unzipped";
}
