using LambdaReports.Statistics;

namespace Tests.Statistics.Simulation;

/// <summary>The generators of the error rates, by name.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="Scenario">Its law.</param>
/// <param name="Limit">The largest share of wrong rejections, of 2,000 replicates; <see langword="null"/> where they
/// are reported only.</param>
sealed record NamedScenario(string Name, RecordScenario Scenario, double? Limit)
{
    const double Usual = 0.059;
    const double WithOwnMinutes = 0.075;
    const double OneSandboxInTime = 0.08;

    public static IReadOnlyList<NamedScenario> All { get; } =
    [
        new("independent invocations, G = 10", new(new(0, 0, 0, 10), Memory: 0), Usual),
        new("AR(1) 0.3 inside each sandbox, G = 10", new(new(0, 0, 0, 10)), Usual),
        new("sandbox SD 2 %, G = 10", new(new(0.02, 0, 0, 10)), Usual),
        new("sandbox SD 5 %, G = 3", new(new(0.05, 0, 0, 3)), Usual),
        new("sandbox SD 5 %, G = 5", new(new(0.05, 0, 0, 5)), Usual),
        new(NaiveIsWrong, new(new(0.05, 0, 0, 10)), Usual),
        new("sandbox SD 5 %, G = 30", new(new(0.05, 0, 0, 30)), Usual),
        new("the same, shares Dirichlet(1), G = 3", new(new(0.05, 0, 0, 3, Routing.Dirichlet)), Usual),
        new("the same, shares Dirichlet(1), G = 5", new(new(0.05, 0, 0, 5, Routing.Dirichlet)), Usual),
        new("the same, shares Dirichlet(1), G = 10", new(new(0.05, 0, 0, 10, Routing.Dirichlet)), Usual),
        new("the same, shares Dirichlet(1), G = 30", new(new(0.05, 0, 0, 30, Routing.Dirichlet)), Usual),
        new("the same, sticky shares ½, ¼, …, G = 5", new(new(0.05, 0, 0, 5, Routing.Sticky)), Usual),
        new("the same, sticky shares, G = 10", new(new(0.05, 0, 0, 10, Routing.Sticky)), Usual),
        new("sandboxes one after another, 5 %, G = 5", new(new(0.05, 0, 0, 5, Routing.Sequential)), Usual),
        new("sandboxes one after another, 5 %, G = 10", new(new(0.05, 0, 0, 10, Routing.Sequential)), Usual),
        new("minutes φ 0.8, 5 %, common to both, G = 10", new(new(0, 0, 0.05, 10)), Usual),
        new("minutes φ 0.8, 5 %, own, G = 10", new(new(0, 0.05, 0, 10)), WithOwnMinutes),
        new("sandbox 5 % + minutes 5 %, G = 5", new(new(0.05, 0.05, 0, 5)), WithOwnMinutes),
        new("sandbox 5 % + minutes 5 %, G = 10", new(new(0.05, 0.05, 0, 10)), WithOwnMinutes),
        new("sandbox 5 % + minutes 5 %, G = 30", new(new(0.05, 0.05, 0, 30)), WithOwnMinutes),
        new("the same, Dirichlet(1), G = 10", new(new(0.05, 0.05, 0, 10, Routing.Dirichlet)), WithOwnMinutes),
        new("sandbox 5 %, 2 % Pareto spikes, G = 10", new(new(0.05, 0, 0, 10), SpikeShare: 0.02), Usual),
        new("everything: sandbox 5 %, minutes own 3 % + common 5 %, Dirichlet(1), G = 10",
            new(new(0.05, 0.03, 0.05, 10, Routing.Dirichlet)), WithOwnMinutes),
        new("sandbox 5 % + minutes 5 %, a day apart, G = 10", new(new(0.05, 0.05, 0, 10, Apart: true)), WithOwnMinutes),
        new("one sandbox each, sandbox SD 5 %, judged of sandboxes", new(new(0.05, 0, 0, 1)), Usual),
        new("one sandbox each, minutes φ 0.8, 5 %, judged of this run",
            new(new(0, 0.05, 0, 1), Scope: Scope.Run), OneSandboxInTime),
        new("skewed sandboxes exp(0.8 z), SD 5 %, G = 10", new(new(0.05, 0, 0, 10), IsSkewed: true), null),
        new("only the first skewed, G = 3 against 10",
            new(new(0.05, 0, 0, 3), IsSkewed: true, BaselineSandboxes: 10), null),
        new("sandbox SD 5 %, G = 3 against 30", new(new(0.05, 0, 0, 3), BaselineSandboxes: 30), null),
    ];

    /// <summary>The generator in which naive Welch is wrong in 40 % and more, or it does not bite.</summary>
    public const string NaiveIsWrong = "sandbox SD 5 %, G = 10";

    public static NamedScenario Of(string name) => All.Single(scenario => scenario.Name == name);
}
