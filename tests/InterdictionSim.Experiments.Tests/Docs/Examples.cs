using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using InterdictionSim.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InterdictionSim.Experiments.Tests.Docs;

/// <summary>The program with the examples of <c>docs/extending.md</c> as files of its engine.</summary>
/// <remarks>The engine is compiled anew in memory, examples included, and stands beside the usual one in a load context of its own.</remarks>
internal sealed partial class Examples : AssemblyLoadContext
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly Assembly engine;

    public Examples()
        : base("engine with examples")
    {
        using var image = new MemoryStream();
        var emitted = Compile().Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        // What the build would refuse: errors anywhere, warnings (such as a missing docstring) in the examples.
        Assert.DoesNotContain(emitted.Diagnostics, d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && IsExample(d.Location)));
        image.Position = 0;
        engine = LoadFromStream(image);
    }

    /// <summary>Fenced blocks of the document in one language.</summary>
    public static IReadOnlyList<string> Fenced(string language) =>
        [.. Fence().Matches(File.ReadAllText(Repository.Find("docs/extending.md"))).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value)];

    /// <summary>A type of the program that has the examples.</summary>
    public Type Find(string name) => LoadFromAssemblyName(new AssemblyName("InterdictionSim.Experiments")).GetType(name, throwOnError: true)!;

    /// <summary>Kinds of an extension point, examples included.</summary>
    public IEnumerable<string> Kinds(string point) => engine.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && engine.GetType(point, throwOnError: true)!.IsAssignableFrom(t)).Select(t => Catalog.Kebab(t.Name));

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        "InterdictionSim.Engine" => engine,
        "InterdictionSim.Experiments" => LoadFromAssemblyPath(Path.Join(AppContext.BaseDirectory, "InterdictionSim.Experiments.dll")),
        _ => null,
    };

    private static CSharpCompilation Compile()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var folder = Repository.Find("src/InterdictionSim.Engine");
        var own = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(f => (Code: File.ReadAllText(f), Path: f));
        var version = $"[assembly: System.Reflection.AssemblyVersion(\"{typeof(Simulation).Assembly.GetName().Version}\")]";
        // An example that was copied as it is stands in the engine already.
        var taken = own.Select(s => Path.GetFileNameWithoutExtension(s.Path)).ToHashSet(StringComparer.Ordinal);
        var made = Fenced("csharp").Where(code => !taken.Contains(Declared().Match(code).Groups[1].Value)).Select(code => (Code: code, Path: "example")).Append((Code: ImplicitUsings, Path: "usings")).Append((Code: version, Path: "version"));
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(f) is "netstandard.dll" or "mscorlib.dll");
        return CSharpCompilation.Create(
            "InterdictionSim.Engine",
            own.Concat(made).Select(s => CSharpSyntaxTree.ParseText(s.Code, parse, s.Path)),
            framework.Select(f => MetadataReference.CreateFromFile(f)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static bool IsExample(Location location) => location.SourceTree?.FilePath == "example";

    [GeneratedRegex(@"^public sealed (?:record|class) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
