using System.Reflection;
using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Makes shapes from records by reflection over their constructors' parameters.</summary>
internal sealed class Shapes(bool open)
{
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>Shape of a whole scenario.</summary>
    public static Fields Scenario { get; } = (Fields)new Shapes(open: false).Of(typeof(Scenario), nullable: false);

    /// <summary>Shape of a scenario or policy file: the sections of <see cref="Engine.Scenario"/> and what names the layers.</summary>
    public static Fields ScenarioFile { get; } = OfScenarioFile();

    /// <summary>Shape of a record in a world file, where provenance may stand beside the known keys.</summary>
    public static Fields OfWorldRecord<T>() => WorldRecord<T>.Shape;

    private static Fields OfScenarioFile()
    {
        var text = new Scalar(typeof(string), Nullable: false);
        Field[] layer =
        [
            new("$schema", text, Optional: true),
            new("title", text, Optional: true),
            new("notes", new Anything(), Optional: true),
            new("extends", new OneOrMore(text), Optional: true),
            new("world", text, Optional: false),
        ];
        return new Fields(null, [.. layer, .. Scenario.Members.Where(m => m.Name != "world")], Open: false);
    }

    private Shape Of(Type type, bool nullable)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return new Scalar(inner, Nullable: true);
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(DateOnly))
            return new Scalar(type, nullable);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return OfMap(type.GetGenericArguments()[1]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new Items(type.GetGenericArguments()[0], Of(type.GetGenericArguments()[0], nullable: false));
        return new Fields(type, [.. type.GetConstructors()[0].GetParameters().Select(OfParameter)], open);
    }

    private Shape OfMap(Type value) => value == typeof(IMeasure)
        ? new Kinds("measure", value, Catalog.Kinds<IMeasure>().ToDictionary(k => k.Key, k => Of(k.Value, nullable: false)))
        : new Map(value, Of(value, nullable: false));

    private Field OfParameter(ParameterInfo parameter)
    {
        var nullable = nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        return new Field(JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), Of(parameter.ParameterType, nullable), nullable, parameter.HasDefaultValue ? parameter.DefaultValue : null);
    }

    private static class WorldRecord<T>
    {
        public static Fields Shape { get; } = (Fields)new Shapes(open: true).Of(typeof(T), nullable: false);
    }
}
