using System.Globalization;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Tells a price loop that would swing by itself: deliveries move the price, the price moves departures, and a trip later those arrive.</summary>
/// <remarks>
/// The loop's gain is K = [ε_s·P/M + P/θ_m]/ε_d, with P the price at the dearest market of the group with the largest reference quantity (in
/// opium), M = P − the price at home − 700 USD/kg for the way. A first-order lag τ with a delay d is stable for K ≤ 1, and for K > 1 if
/// d/τ &lt; (π − arccos(1/K))/√(K² − 1).
/// </remarks>
internal static class PriceLoop
{
    private const double TripDays = 18;
    private const double WayUsdPerKg = 700;

    public static IEnumerable<Problem> Problems(Scenario scenario)
    {
        var market = scenario.Market;
        if (market.PriceFactorMinimum >= market.PriceFactorMaximum || Dearest(scenario) is not var (place, commodity, price))
            yield break;
        // Of several homes the dearest goods leave the thinnest margin, and so the largest gain.
        var home = scenario.World.Organisations.Where(o => o.Commodity == commodity).SelectMany(o => o.Homes.Keys)
            .Select(h => Price(scenario, h, commodity)).DefaultIfEmpty(double.NaN).Max();
        var margin = price - home - WayUsdPerKg;
        if (margin is not > 0)
            yield break;
        var gain = Gain(scenario, price, margin);
        var longest = LongestDelay(gain);
        if (TripDays / market.SmoothingDays < longest)
            yield break;
        yield return new Problem("/market/smoothingDays", string.Create(CultureInfo.InvariantCulture,
            $"is {market.SmoothingDays}; prices at {place} would swing by themselves (gain {gain:F1}, a trip of {TripDays} days). Expected at least {Math.Ceiling(TripDays / longest)}, or a lower dispatch.readinessElasticity, or a higher market.demandElasticity or market.thetaUsdPerKg"));
    }

    /// <summary>K of the remarks above.</summary>
    public static double Gain(Scenario scenario, double price, double margin) =>
        (scenario.Dispatch.ReadinessElasticity * price / margin + price / scenario.Market.ThetaUsdPerKg) / scenario.Market.DemandElasticity;

    /// <summary>Longest delay, in averaging times, at which a loop of that gain settles.</summary>
    public static double LongestDelay(double gain) =>
        gain > 1 ? (Math.PI - Math.Acos(1 / gain)) / Math.Sqrt(gain * gain - 1) : double.PositiveInfinity;

    private static (string Place, string Commodity, double Price)? Dearest(Scenario scenario)
    {
        var groups = scenario.Market.ReferenceTonnesPerYear
            .Where(c => scenario.Commodities.ContainsKey(c.Key))
            .SelectMany(c => c.Value.Select(g => (Commodity: c.Key, Group: g.Key, OpiumTonnes: g.Value * scenario.Commodities[c.Key].OpiumPerKg)))
            .OrderByDescending(g => g.OpiumTonnes).ThenBy(g => g.Commodity, StringComparer.Ordinal).ThenBy(g => g.Group, StringComparer.Ordinal);
        var largest = groups.FirstOrDefault();
        return scenario.World.Markets.Where(m => m.Commodity == largest.Commodity && m.Group == largest.Group)
            .Select(m => (m.Place, m.Commodity, Price: Price(scenario, m.Place, m.Commodity)))
            .Where(m => m.Price > 0).OrderByDescending(m => m.Price).ThenBy(m => m.Place, StringComparer.Ordinal)
            .Select(m => ((string, string, double)?)m).FirstOrDefault();
    }

    private static double Price(Scenario scenario, string place, string commodity) =>
        scenario.World.Prices.FirstOrDefault(p => p.Place == place && p.Commodity == commodity)?.UsdPerKg ?? double.NaN;
}
