using System.Text.Encodings.Web;
using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Cli;

/// <summary>The results of <c>run --json</c>: one object, and null where a number is not defined or an interval has no end.</summary>
internal static class RunJson
{
    public static void Write(RunResults results, string resultHash, Effects? effects, TextWriter writer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("scenario", results.Scenario.Name);
            json.WriteNumber("seed", results.Seed);
            json.WriteNumber("replications", results.Replications.Count);
            json.WriteStartObject("metrics");
            foreach (var outcome in results.Layout.Outcomes)
                WriteMetric(json, outcome.Name, outcome.Unit, Estimate.Of(results.Outcome(outcome.Name)));
            json.WriteEndObject();
            if (effects is not null)
                WriteEffects(json, effects);
            json.WriteString("resultHash", resultHash);
            json.WriteEndObject();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void WriteEffects(Utf8JsonWriter json, Effects effects)
    {
        json.WriteStartObject("effects");
        foreach (var effect in effects.All)
        {
            json.WriteStartObject(effect.Name);
            WriteNumber(json, "mean", effect.Mean);
            WriteNumber(json, "low", effect.Low);
            WriteNumber(json, "high", effect.High);
            json.WriteNumber("n", effect.Count);
            json.WriteString("unit", effect.Unit);
            json.WriteString("verdict", Catalog.Kebab(effect.Verdict.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, string name, string unit, Estimate estimate)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "mean", estimate.Mean);
        WriteNumber(json, "low", estimate.Low);
        WriteNumber(json, "high", estimate.High);
        json.WriteNumber("n", estimate.Count);
        json.WriteString("unit", unit);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
