using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trade;

/// <summary>Prices at the markets, which answer deliveries, and replacement values on the way, which follow prices.</summary>
internal sealed class Prices : IState
{
    private readonly Stage stage;
    private readonly int[] areaOf;
    private readonly double[] averageGramsPerDay;
    private readonly double[] referenceGramsPerDay;

    public Prices(Stage stage)
    {
        this.stage = stage;
        var areas = stage.Markets.Select(m => (m.Commodity, m.Market.Area)).Distinct().OrderBy(a => a.Commodity).ThenBy(a => a.Area, StringComparer.Ordinal).ToArray();
        areaOf = [.. stage.Markets.Select(m => Array.IndexOf(areas, (m.Commodity, m.Market.Area)))];
        referenceGramsPerDay = new double[areas.Length];
        for (var m = 0; m < areaOf.Length; m++)
            referenceGramsPerDay[areaOf[m]] += stage.Markets[m].ReferenceGramsPerDay;
        averageGramsPerDay = [.. referenceGramsPerDay];
        Factor = new double[areas.Length];
        Array.Fill(Factor, 1.0);
        CentsPerKg = new double[stage.Markets.Length];
        UsdPerKg = [.. stage.BasePrice.Select(p => (double[])p.Clone())];
        Update();
    }

    /// <summary>Price factor by market area.</summary>
    public double[] Factor { get; }

    /// <summary>Price by market, cents per kg.</summary>
    public double[] CentsPerKg { get; }

    /// <summary>Replacement value, USD per kg, by commodity and place; follows prices at each replanning.</summary>
    public double[][] UsdPerKg { get; }

    /// <summary>A day's deliveries move the averages and so the prices: factor = clip((Q_ref/Q̄)^(1/ε_d)).</summary>
    public void PassDay(ReadOnlySpan<long> deliveredToday)
    {
        var market = stage.Scenario.Market;
        var keep = Portable.Exp(-1.0 / market.SmoothingDays);
        for (var a = 0; a < averageGramsPerDay.Length; a++)
            averageGramsPerDay[a] *= keep;
        for (var m = 0; m < areaOf.Length; m++)
            averageGramsPerDay[areaOf[m]] += deliveredToday[m] * (1.0 - keep);
        for (var a = 0; a < Factor.Length; a++)
        {
            var ratio = averageGramsPerDay[a] > 0 ? referenceGramsPerDay[a] / averageGramsPerDay[a] : double.PositiveInfinity;
            Factor[a] = referenceGramsPerDay[a] > 0 && !double.IsInfinity(ratio)
                ? Math.Clamp(Portable.Pow(ratio, 1.0 / market.DemandElasticity), market.PriceFactorMinimum, market.PriceFactorMaximum)
                : market.PriceFactorMaximum;
        }

        Update();
    }

    /// <summary>Passes prices through to the replacement values on the way: each commodity's mean price factor to the power ψ.</summary>
    public void PassThrough()
    {
        for (var c = 0; c < UsdPerKg.Length; c++)
        {
            double weighted = 0, total = 0;
            for (var m = 0; m < areaOf.Length; m++)
            {
                if (stage.Markets[m].Commodity != c)
                    continue;
                weighted += stage.Markets[m].ReferenceGramsPerDay * Factor[areaOf[m]];
                total += stage.Markets[m].ReferenceGramsPerDay;
            }

            var factor = total > 0 ? Portable.Pow(weighted / total, stage.Scenario.Market.PassThrough) : 1.0;
            for (var p = 0; p < UsdPerKg[c].Length; p++)
                UsdPerKg[c][p] = stage.BasePrice[c][p] * factor;
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(averageGramsPerDay);
        archive.Exchange(Factor);
        archive.Exchange(CentsPerKg);
        archive.Exchange(UsdPerKg);
    }

    private void Update()
    {
        for (var m = 0; m < CentsPerKg.Length; m++)
            CentsPerKg[m] = 100.0 * stage.BasePrice[stage.Markets[m].Commodity][stage.Markets[m].Place] * Factor[areaOf[m]];
    }
}
