using System.Reflection;
using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Engine.Tests;

/// <summary>The arrows of the house that a compiler does not keep.</summary>
public class ArrowsTests
{
    private static readonly Assembly Engine = typeof(Simulation).Assembly;

    [Fact]
    public void TheEngine_RefersToTheRuntimeOnly() =>
        Assert.All(Engine.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name));

    [Fact]
    public void NothingButTheSimulationItself_KnowsTheSimulation() =>
        Assert.DoesNotContain(Engine.GetTypes(), t => t != typeof(Simulation) && t.DeclaringType != typeof(Simulation) && Mentions(t, typeof(Simulation)));

    [Fact]
    public void NetworkAndRandomness_KnowNoPhase() =>
        Assert.Empty(
            from type in Engine.GetTypes()
            where type.Namespace is "InterdictionSim.Engine.Network" or "InterdictionSim.Engine.Randomness"
            from other in Mentioned(type)
            where other.Namespace is "InterdictionSim.Engine.Trafficking" or "InterdictionSim.Engine.Interdiction" or "InterdictionSim.Engine.Trade"
                or "InterdictionSim.Engine.Supply" or "InterdictionSim.Engine.Metrics" or "InterdictionSim.Engine.Measures"
            select $"{type.Name} knows {other.Name}");

    [Fact]
    public void EveryKind_IsSealedNamedInKebabCaseAndFoundByTheCatalogue()
    {
        Assert.Equal(typeof(CheckpointUpgrade), Catalog.Kinds<IMeasure>()["checkpoint-upgrade"]);
        Assert.Equal(typeof(Ewa), Catalog.Kinds<IBeliefRule>()["ewa"]);
        Assert.Equal(typeof(MaximalCoverage), Catalog.Kinds<IReallocation>()["maximal-coverage"]);
        foreach (var kind in Catalog.Kinds<IMetric>().Values.Concat(Catalog.Kinds<IMeasure>().Values).Concat(Catalog.Kinds<IBeliefRule>().Values)
            .Concat(Catalog.Kinds<IReallocation>().Values))
            Assert.True(kind.IsSealed && kind.IsPublic, $"{kind.Name} must be public and sealed");
    }

    [Fact]
    public void EveryMetric_HasAUnitAndOneLineOfMeaning() =>
        Assert.All(Recorder.Metrics(), metric =>
        {
            Assert.NotEmpty(metric.Unit);
            Assert.EndsWith(".", metric.Meaning);
            Assert.DoesNotContain('\n', metric.Meaning);
        });

    private static bool Mentions(Type type, Type other) => Mentioned(type).Contains(other);

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetFields(All).Select(f => f.FieldType)
            .Concat(type.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)))
            .SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t])
            .Select(t => t.IsArray ? t.GetElementType()! : t);
    }
}
