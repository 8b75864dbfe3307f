using System.Globalization;
using BenchmarkDotNet.Running;
using InterdictionSim.Benchmarks;
using InterdictionSim.Benchmarks.ReferenceWorkload;

// Verbs: reference [agents] [ticks] [threads] · gate · anything else is BenchmarkDotNet's, as in --filter '*'.
switch (args)
{
    case ["reference", .. var numbers]:
        if (numbers.Length > 3 || !numbers.All(number => Positive(number) > 0))
        {
            Console.Error.WriteLine($"reference [agents] [ticks] [threads]: expected are whole numbers from 1; got '{string.Join(' ', numbers)}'.");
            return 2;
        }
        return new ReferenceRun(NumberAt(0, 100_000), NumberAt(1, 100), NumberAt(2, 1)).Print(Console.Out);
        int NumberAt(int place, int otherwise) => place < numbers.Length ? Positive(numbers[place]) : otherwise;
    case ["gate"]:
        return Gate.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReferenceBenchmarks).Assembly).Run(args);
        return 0;
}

static int Positive(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
