namespace LambdaReports.Lab.Simulation;

/// <summary>The article's functions of 2018 with durations of a known law.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="About">What is true in it, in words.</param>
/// <param name="Hour">How sandboxes and minutes differ, of every function alike.</param>
/// <param name="MeansMs">The true means, in the order of <see cref="Functions"/>.</param>
/// <param name="Spreads">σ of each.</param>
/// <param name="Spikes">The share of spikes, in languages of dynamic typing.</param>
/// <param name="StaticSpikes">The share in languages of static typing, where it is another.</param>
sealed record SimulatedScenario(
    string Name, string About, Hour Hour, double[] MeansMs, double[] Spreads, double Spikes, double? StaticSpikes = null)
{
    public static IReadOnlyList<Seat> Functions { get; } =
    [
        new("aws-csharp", "dotnetcore1.0", "C#", "static"),
        new("aws-csharp2", "dotnetcore2.0", "C#", "static"),
        new("aws-fsharp", "dotnetcore1.0", "F#", "static"),
        new("aws-fsharp2", "dotnetcore2.0", "F#", "static"),
        new("aws-go", "go1.x", "Go", "static"),
        new("aws-go-small", "go1.x", "Go", "static"),
        new("python-go", "python2.7", "Go", "static"),
        new("aws-java", "java8", "Java", "static"),
        new("aws-nodejs4", "nodejs4.3", "JavaScript", "dynamic"),
        new("aws-nodejs6", "nodejs6.10", "JavaScript", "dynamic"),
        new("aws-python", "python2.7", "Python", "dynamic"),
        new("aws-python3", "python3.6", "Python", "dynamic"),
    ];

    static readonly Hour Calm = new(SandboxSpread: 0.03, OwnMinutes: 0.02, CommonMinutes: 0.03, Sandboxes: 10);
    static readonly double[] Right = [2, 1, 2, 1, 3, 3, 3, 3, 2.4, 2.2, 2.6, 2.4];
    static readonly double[] Equal = [.. Functions.Select(_ => 2.0)];

    // UPX makes Go 1.6 times as fast, the shim 1.1 times: right at the margin.
    static readonly double[] Wrong = [3, 4.5, 3, 4.5, 8, 5, 8 / 1.1, 5, 25, 5, 4, 4];

    // Go varies less than Java; of static and dynamic languages the same shares vary more and less.
    static readonly double[] Varied = [0.55, 0.5, 0.45, 0.5, 0.45, 0.5, 0.5, 0.55, 0.45, 0.5, 0.5, 0.55];
    static readonly double[] Alike = [.. Functions.Select(_ => 0.5)];

    public static IReadOnlyList<SimulatedScenario> All { get; } =
    [
        new("article-right", "every claim of the article on durations holds", Calm, Right, Varied, 0),
        new("article-wrong", "no claim of the article on durations holds", Calm, Wrong, Alike, 0, StaticSpikes: 0.01),
        new("all-equal", "all functions follow one law", Calm, Equal, Alike, 0.002),
        new("few-sandboxes", "the article is right, and each function has three sandboxes, which differ by 5 %",
            Calm with { SandboxSpread = 0.05, Sandboxes = 3 }, Right, Varied, 0.002),
        new("drifting-hour", "all functions follow one law, in an hour that drifts by 20 % for all and by 5 % for each",
            Calm with { CommonMinutes = 0.2, OwnMinutes = 0.05 }, Equal, Alike, 0.002),
        new("spikes", "the article is right, and one invocation in 50 takes ten times as long or longer", Calm, Right, Varied, 0.02),
    ];

    /// <summary>The law of each function.</summary>
    public IEnumerable<DurationLaw> Laws => Functions.Select((function, i) =>
    {
        DurationLaw law = new(Hour, LevelMs: 1, Spreads[i], function.Typing == "static" ? StaticSpikes ?? Spikes : Spikes);
        return law with { LevelMs = MeansMs[i] / law.MeanMs };
    });
}
