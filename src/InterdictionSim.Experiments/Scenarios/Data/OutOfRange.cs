using System.Globalization;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Values of the layered files that lie outside the range that is known of them.</summary>
public static class OutOfRange
{
    /// <summary>One line each, in the order of the paths: path, value, range and grade.</summary>
    /// <param name="loaded">The scenario.</param>
    /// <param name="sources">What is known of its parameters, by path; may be empty.</param>
    public static IReadOnlyList<string> Of(LoadedScenario loaded, IReadOnlyDictionary<string, ParameterSource> sources) =>
    [
        .. from value in loaded.Values
           let known = sources.GetValueOrDefault(value.Path)
           where known is not null && double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (number < known.Low || number > known.High)
           select $"{value.Path}: is {value.Value}, outside {End(known.Low)} … {End(known.High)}{(known.Unit.Length == 0 ? "" : " " + known.Unit)} (grade {known.Grade})",
    ];

    private static string End(double? end) => end?.ToString(CultureInfo.InvariantCulture) ?? "";
}
