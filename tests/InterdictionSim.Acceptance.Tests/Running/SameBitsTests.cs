using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterdictionSim.Acceptance.Tests.Running;

/// <summary>The same scenario and seed give the same bits, whatever the machine can do and however the files are written.</summary>
public class SameBitsTests
{
    private static readonly string[] Settings = ["--set", "run.endDate=2010-03-31", "--set", "run.warmUpDays=30", "-r", "2", "--json", "--no-pictures"];
    private static readonly Lazy<string> Usual = new(() => Hash(Interdict.Baseline));

    [Theory(Explicit = true)]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_EnableFMA", "0")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4")]
    public void AnotherInstructionSet_GivesTheSameHash(string name, string value) => Assert.Equal(Usual.Value, Hash(Interdict.Baseline, (name, value)));

    [Fact(Explicit = true)]
    public void AnotherOrderOfTheKeys_GivesTheSameHash()
    {
        using var interdict = new Interdict();
        var baseline = interdict.CopyScenarios();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(baseline)!, "*.json", SearchOption.AllDirectories))
            File.WriteAllText(file, Reversed(JsonNode.Parse(File.ReadAllText(file))!).ToJsonString());
        Assert.Equal(Usual.Value, Hash(baseline));
    }

    private static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value is { } value ? Reversed(value) : null))),
        _ => node.DeepClone(),
    };

    private static string Hash(string scenario, params (string Name, string Value)[] environment)
    {
        using var interdict = new Interdict();
        foreach (var (name, value) in environment)
            interdict.Environment[name] = value;
        var ending = interdict.Run(["run", scenario, .. Settings]);
        Assert.True(ending.ExitCode == 0, ending.Error);
        return JsonDocument.Parse(ending.Output).RootElement.GetProperty("resultHash").GetString()!;
    }
}
