using System.Globalization;
using BenchmarkDotNet.Running;
using InterdictionSim.Benchmarks;
using InterdictionSim.Benchmarks.ReferenceWorkload;
using InterdictionSim.Benchmarks.WholeModel;

// Verbs: reference [agents] [ticks] [threads] · baseline [replications] [populationScale] · memory · posts [rounds] · gate · anything else is BenchmarkDotNet's, as in --filter '*'.
switch (args)
{
    case ["reference", .. var numbers]:
        if (numbers.Length > 3 || !numbers.All(number => Positive(number) > 0))
            return Refuse("reference [agents] [ticks] [threads]", numbers);
        return new ReferenceRun(NumberAt(numbers, 0, 100_000), NumberAt(numbers, 1, 100), NumberAt(numbers, 2, 1)).Print(Console.Out);
    case ["baseline", .. var numbers]:
        if (numbers.Length > 2 || !numbers.All(number => Positive(number) > 0))
            return Refuse("baseline [replications] [populationScale]", numbers);
        new BaselineRun(NumberAt(numbers, 0, 5), NumberAt(numbers, 1, 1)).Print(Console.Out);
        return 0;
    case ["memory"]:
        return MemoryRun.Print(Console.Out);
    case ["posts", .. var numbers]:
        if (numbers.Length > 1 || !numbers.All(number => Positive(number) > 0))
            return Refuse("posts [rounds]", numbers);
        using (var run = new PostsRun(NumberAt(numbers, 0, 20)))
            run.Print(Console.Out);
        return 0;
    case ["gate"]:
        return Gate.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReferenceBenchmarks).Assembly).Run(args);
        return 0;
}

static int Refuse(string usage, string[] given)
{
    Console.Error.WriteLine($"{usage}: expected are whole numbers from 1; got '{string.Join(' ', given)}'.");
    return 2;
}

static int NumberAt(string[] numbers, int place, int otherwise) => place < numbers.Length ? Positive(numbers[place]) : otherwise;

static int Positive(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
