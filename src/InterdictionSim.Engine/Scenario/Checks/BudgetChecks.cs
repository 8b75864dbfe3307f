using System.Globalization;

namespace InterdictionSim.Engine;

/// <summary>No sponsor plans to spend more than it has.</summary>
internal static class BudgetChecks
{
    public static void Check(Scenario scenario, ProblemList list)
    {
        foreach (var (sponsor, budget) in scenario.Budgets.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            list.NotNegative($"/budgets/{sponsor}/capitalUsd", budget.CapitalUsd);
            if (budget.RunningUsdPerYear is { } limit)
                list.NotNegative($"/budgets/{sponsor}/runningUsdPerYear", limit);
            if (scenario.Measures.Count > 0)
                list.IsKnown($"/budgets/{sponsor}", sponsor, "sponsor of a measure", [.. scenario.Measures.Values.Select(m => m.Programme.Sponsor).Distinct()]);
            var paid = scenario.Measures.Where(m => m.Value.Enabled && m.Value.Programme.Sponsor == sponsor).OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => (Id: m.Key, m.Value.Programme)).ToArray();
            Overspent(list, $"/budgets/{sponsor}/capitalUsd", "USD of capital", budget.CapitalUsd, paid.Select(m => (m.Id, m.Programme.CapitalUsd)));
            Overspent(list, $"/budgets/{sponsor}/runningUsdPerYear", "USD a year", budget.RunningUsdPerYear ?? double.PositiveInfinity, paid.Select(m => (m.Id, m.Programme.RunningUsdPerYear)));
        }
    }

    private static void Overspent(ProblemList list, string path, string unit, double limit, IEnumerable<(string Id, double Usd)> paid)
    {
        var costs = paid.Where(m => m.Usd > 0).ToArray();
        var sum = costs.Sum(m => m.Usd);
        // A cent of rounding is no overspending.
        if (sum > limit + 0.01)
            list.Add(path, string.Create(CultureInfo.InvariantCulture, $"is {limit:N0}, but measures cost {sum:N0} {unit}: {string.Join(", ", costs.Select(m => $"{m.Id} {m.Usd:N0}"))}"));
    }
}
