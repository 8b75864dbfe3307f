using System.Globalization;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Supply;

/// <summary>Opium: harvested by source and month, held in stock, drawn by dispatch; its farm-gate price answers stock over use.</summary>
/// <remarks>Traders carry the harvest of all sources to the homes, so stock is one; heroin draws a whole multiple of its mass, at the source.</remarks>
internal sealed class OpiumStock : IState
{
    private readonly SupplyParameters supply;
    private readonly AfghanLevel afghanistan;
    private readonly double scale;
    private readonly double referenceStockOverUse;
    private readonly double[] harvestGramsPerDay = new double[13];
    private readonly double[] sourceShare;
    private double smoothedUse;
    private int harvestYear;

    public OpiumStock(Stage stage, AfghanLevel afghanistan)
    {
        this.afghanistan = afghanistan;
        supply = stage.Scenario.Supply;
        sourceShare = [.. Sources(stage.Scenario).Select(source => supply.SourceShares[source])];
        scale = stage.Scenario.Run.PopulationScale;
        Grams = (long)Math.Round(supply.StockTonnes * scale * 1e6);
        OpeningGrams = Grams;
        ReferenceUseGramsPerYear = Math.Max(1.0, stage.Markets.Sum(m => m.ReferenceGramsPerDay * 365.25 * stage.Scenario.Commodities[m.Market.Commodity].OpiumPerKg));
        referenceStockOverUse = Math.Max(1e-9, Grams / ReferenceUseGramsPerYear);
        smoothedUse = ReferenceUseGramsPerYear;
    }

    /// <summary>Opium in stock, grams.</summary>
    public long Grams { get; private set; }

    /// <summary>Opium in stock on the first day, grams.</summary>
    public long OpeningGrams { get; }

    /// <summary>Opium harvested since the first day, grams.</summary>
    public long HarvestedGrams { get; private set; }

    /// <summary>Opium drawn since the first day, grams.</summary>
    public long DrawnGrams { get; private set; }

    /// <summary>Opium that the reference deliveries need in a year, grams.</summary>
    public double ReferenceUseGramsPerYear { get; }

    /// <summary>Farm-gate price of dry opium, USD/kg.</summary>
    public double FarmGateUsdPerKg { get; private set; }

    /// <summary>Sources, sorted.</summary>
    public static string[] Sources(Scenario scenario) => [.. scenario.Supply.SourceShares.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A day's harvest, added up by source, and the price it leaves.</summary>
    public void PassDay(DateOnly day, long drawnToday, long[] harvestedBySource)
    {
        if (day.Year != harvestYear)
            TurnTo(day.Year);
        var harvest = (long)Math.Round(harvestGramsPerDay[day.Month] * afghanistan.HarvestFactor);
        Grams += harvest;
        HarvestedGrams += harvest;
        var rest = harvest;
        for (var source = 0; source < sourceShare.Length; source++)
        {
            // The last source gets what rounding left, so that the sources sum to the harvest.
            var share = source < sourceShare.Length - 1 ? Math.Min(rest, (long)Math.Round(harvest * sourceShare[source])) : rest;
            harvestedBySource[source] += share;
            rest -= share;
        }

        smoothedUse += (drawnToday * 365.25 - smoothedUse) / 365.25;
        var stockOverUse = Math.Max(1e-9, Grams / Math.Max(1.0, smoothedUse));
        FarmGateUsdPerKg = supply.FarmGateUsdPerKg * Portable.Pow(stockOverUse / referenceStockOverUse, -supply.FarmGateElasticity);
    }

    /// <summary>Draws opium; false, and nothing is drawn, when there is not enough.</summary>
    public bool Draw(long grams)
    {
        if (grams > Grams)
            return false;
        Grams -= grams;
        DrawnGrams += grams;
        return true;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        Grams = archive.Exchange(Grams);
        HarvestedGrams = archive.Exchange(HarvestedGrams);
        DrawnGrams = archive.Exchange(DrawnGrams);
        FarmGateUsdPerKg = archive.Exchange(FarmGateUsdPerKg);
        archive.Exchange(ref smoothedUse);
        archive.Exchange(ref harvestYear);
        archive.Exchange(harvestGramsPerDay);
    }

    private void TurnTo(int year)
    {
        harvestYear = year;
        var nearest = supply.HarvestTonnes
            .Select(h => (Year: int.Parse(h.Key, CultureInfo.InvariantCulture), Tonnes: h.Value))
            .OrderBy(h => Math.Abs(h.Year - year)).ThenBy(h => h.Year).FirstOrDefault();
        for (var month = 1; month <= 12; month++)
        {
            var share = supply.HarvestMonths.GetValueOrDefault(month.ToString(CultureInfo.InvariantCulture));
            harvestGramsPerDay[month] = nearest.Tonnes * supply.NorthernShare * share * scale * 1e6 / DateTime.DaysInMonth(year, month);
        }
    }
}
