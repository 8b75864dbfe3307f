using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Supply;

/// <summary>Opium: harvested by source and month, held in stock, drawn by dispatch; its farm-gate price answers stock over use.</summary>
/// <remarks>Traders carry the harvest of all sources to the homes, so stock is one; heroin draws a whole multiple of its mass, at the source.</remarks>
internal sealed class OpiumStock
{
    private readonly SupplyParameters supply;
    private readonly double scale;
    private readonly double referenceStockOverUse;

    public OpiumStock(Stage stage)
    {
        supply = stage.Scenario.Supply;
        scale = stage.Scenario.Run.PopulationScale;
        Grams = (long)Math.Round(supply.StockTonnes * scale * 1e6);
        OpeningGrams = Grams;
        ReferenceUseGramsPerYear = Math.Max(1.0, stage.Markets.Sum(m => m.ReferenceGramsPerDay * 365.25 * stage.Scenario.Commodities[m.Market.Commodity].OpiumPerKg));
        referenceStockOverUse = Math.Max(1e-9, Grams / ReferenceUseGramsPerYear);
        smoothedUse = ReferenceUseGramsPerYear;
    }

    private double smoothedUse;

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

    /// <summary>A day's harvest and the price it leaves.</summary>
    public void PassDay(DateOnly day, long drawnToday)
    {
        var monthShare = supply.HarvestMonths.GetValueOrDefault(day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (monthShare > 0)
        {
            var grams = (long)Math.Round(HarvestTonnes(day.Year) * supply.NorthernShare * monthShare * scale * 1e6 / DateTime.DaysInMonth(day.Year, day.Month));
            Grams += grams;
            HarvestedGrams += grams;
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

    private double HarvestTonnes(int year)
    {
        var nearest = supply.HarvestTonnes.OrderBy(h => Math.Abs(int.Parse(h.Key, System.Globalization.CultureInfo.InvariantCulture) - year)).ThenBy(h => h.Key, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Value;
    }
}
