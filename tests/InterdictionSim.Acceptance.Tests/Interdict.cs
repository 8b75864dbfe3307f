using System.Diagnostics;

namespace InterdictionSim.Acceptance.Tests;

/// <summary>The command as a user has it: a process of its own, its streams and its exit code.</summary>
internal sealed class Interdict : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    /// <summary>Folder of its own, removed after the test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("interdict-").FullName;

    /// <summary>Folder that the command runs in; null for <see cref="Folder"/>.</summary>
    public string? RunsIn { get; init; }

    /// <summary>Environment variables that the command gets besides its own.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The repository.</summary>
    public static string Repository { get; } = Root();

    /// <summary>The repository's scenarios.</summary>
    public static string Scenarios { get; } = Path.Combine(Repository, "scenarios");

    /// <summary>The shipped baseline.</summary>
    public static string Baseline { get; } = Path.Combine(Scenarios, "baseline-2010.json");

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Runs the command to its end.</summary>
    public Ending Run(params string[] args)
    {
        using var process = Start(args);
        return End(process);
    }

    /// <summary>Starts the command.</summary>
    public Process Start(params string[] args)
    {
        var host = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "interdict.exe" : "interdict");
        var start = File.Exists(host)
            ? new ProcessStartInfo(host)
            : new ProcessStartInfo("dotnet") { ArgumentList = { Path.Combine(AppContext.BaseDirectory, "interdict.dll") } };
        foreach (var argument in args)
            start.ArgumentList.Add(argument);
        start.WorkingDirectory = RunsIn ?? Folder;
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a command that was started.</summary>
    public static Ending End(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill();
            throw new TimeoutException($"interdict ran longer than {patience}");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Copies the shipped scenarios into the folder, so that a test can spoil them.</summary>
    public string CopyScenarios()
    {
        foreach (var file in Directory.EnumerateFiles(Scenarios, "*", SearchOption.AllDirectories))
        {
            var copy = this[Path.Combine("scenarios", Path.GetRelativePath(Scenarios, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return this["scenarios/baseline-2010.json"];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "InterdictionSim.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the tests run outside the repository");
        return folder;
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Ending(int ExitCode, string Output, string Error);
