using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace InterdictionSim.Cli.Verbs;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class Options
{
    public static Argument<string[]> Scenarios(string description) =>
        new("scenario") { HelpName = "scenario.json", Arity = ArgumentArity.OneOrMore, Description = description };

    public static Option<string[]> Set() =>
        new("--set") { HelpName = "path=value", Description = "Set one value, as fleet.turnaroundDays=120; may be repeated, wins over every file." };

    /// <summary>An option that takes a whole number from <paramref name="least"/> up.</summary>
    public static Option<T> Whole<T>(string name, T least, T? preset, string description, params string[] aliases)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var option = new Option<T>(name, aliases)
        {
            HelpName = "N",
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens[^1].Value;
                if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least)
                    return value;
                result.AddError($"{name}: is '{text}'; expected a whole number from {least} to {T.MaxValue}");
                return default;
            },
        };
        if (preset is { } value)
            option.DefaultValueFactory = _ => value;
        return option;
    }
}
