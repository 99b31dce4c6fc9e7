using System.CommandLine.Parsing;

namespace LambdaReports.Cli;

/// <summary>What was given to a verb.</summary>
abstract class Settings(ParseResult given)
{
    protected static Option NewFolder => Option<string?>("--out", "DIR", "Where the logs go: a new or empty folder.");

    /// <summary>Where what is written goes.</summary>
    internal string? Out => Value<string?>("--out");

    /// <summary>The value of an option or argument; null or empty where it was not given.</summary>
    protected T Value<T>(string name) => given.GetValue<T>(name)!;

    /// <param name="name">Such as <c>--out</c>.</param>
    /// <param name="value">What the help calls its value.</param>
    /// <param name="description">What it does.</param>
    protected static Option<T> Option<T>(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Validators = { DemandValue } };

    /// <summary>An option whose value is one of a few words.</summary>
    /// <remarks>As a text: an option of an enumeration would be compiled at every start.</remarks>
    protected static Option OneOf(string name, string value, string description, params IReadOnlyList<string> words)
    {
        var option = Option<string?>(name, value, description);
        // First, since of several errors the last is told: that there is no value at all says more.
        option.Validators.Insert(0, given => given.Tokens.Where(token => !words.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
            .ToList().ForEach(token => given.AddError($"{name} {token.Value}: expected one of {string.Join(", ", words).ToLowerInvariant()}")));
        return option;
    }

    /// <param name="name">Such as <c>--out</c>.</param>
    /// <param name="value">What the help calls its value.</param>
    /// <param name="description">What it does.</param>
    /// <param name="expected">What is told where the value is not that.</param>
    /// <param name="parse">Gives null then.</param>
    protected static Option<T?> Parsed<T>(string name, string value, string description, string expected, Func<string, T?> parse)
        where T : struct => new(name)
        {
            HelpName = value,
            Description = description,
            Validators = { DemandValue },
            CustomParser = result =>
            {
                var parsed = parse(result.Tokens[0].Value);
                if (parsed is null)
                {
                    result.AddError($"{name} {result.Tokens[0].Value}: expected {expected}");
                }

                return parsed;
            },
        };

    // The library takes an option that follows for the value.
    static void DemandValue(OptionResult given) => given.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal))
        .ToList().ForEach(token => given.AddError($"{given.Option.Name} needs a value; found {token.Value}"));

    protected static Argument<string[]> Paths(string description, ArgumentArity arity) => new("PATH")
    {
        Arity = arity,
        Description = description,
        // The library takes an option that it does not know for a path.
        Validators =
        {
            given => given.Tokens.Where(token => token.Value is ['-', _, ..]).ToList().ForEach(
                token => given.AddError($"there is no option {token.Value} here; write ./{token.Value} where it is a path")),
        },
    };
}
