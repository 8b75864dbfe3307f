using System.Globalization;

namespace InterdictionSim.Engine;

/// <summary>Collects problems; its ranges are patterns that NaN fails.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public void Add(string path, string message) => problems.Add(new Problem(path, message));

    public void Share(string path, double value)
    {
        if (value is not (>= 0 and <= 1))
            Add(path, $"is {Number(value)}; expected 0 … 1");
    }

    public void Positive(string path, double value)
    {
        if (value is not (> 0 and < double.PositiveInfinity))
            Add(path, $"is {Number(value)}; expected more than 0");
    }

    public void NotNegative(string path, double value)
    {
        if (value is not (>= 0 and < double.PositiveInfinity))
            Add(path, $"is {Number(value)}; expected 0 or more");
    }

    public void Finite(string path, double value)
    {
        if (!double.IsFinite(value))
            Add(path, $"is {Number(value)}; expected a finite number");
    }

    public void Within(string path, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
            Add(path, $"is {Number(value)}; expected {Number(low)} … {Number(high)}");
    }

    /// <summary>Shares that must each lie in 0 … 1 and sum to 1.</summary>
    public void Shares(string path, IReadOnlyDictionary<string, double> shares)
    {
        foreach (var (id, share) in shares)
            Share($"{path}/{id}", share);
        SumToOne(path, shares.Values.Sum());
    }

    public void SumToOne(string path, double sum, string? with = null)
    {
        if (sum is not (>= 1 - 1e-6 and <= 1 + 1e-6))
            Add(path, $"{(with is null ? "" : with + " ")}sums to {Number(sum)}; expected 1");
    }

    public void IsKnown(string path, string id, string what, IReadOnlyCollection<string> known)
    {
        if (!known.Contains(id))
            Add(path, Known.Message(id, what, known));
    }

    public void AreKnown(string path, IEnumerable<string> ids, string what, IReadOnlyCollection<string> known)
    {
        foreach (var id in ids)
            IsKnown($"{path}/{id}", id, what, known);
    }

    public void Duplicates(string path, IEnumerable<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Add($"{path}/{twice.Key}", "is there twice");
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
