namespace InterdictionSim.Engine.Interdiction;

/// <summary>When an officer takes a bribe.</summary>
internal static class Corruption
{
    /// <summary>
    /// Probability that a bribe is accepted: the level of the start times x/(1 + x) over its value at the pay of the start, with
    /// x = offer/(monthly pay × months lost), so that the level holds until pay changes. Nothing is accepted where nothing is offered.
    /// </summary>
    public static double Accepted(double level, double offerUsd, double payUsd, double payAtStartUsd, double monthsLost)
    {
        if (offerUsd <= 0)
            return 0.0;
        var atStart = Temptation(offerUsd, payAtStartUsd, monthsLost);
        var now = payUsd == payAtStartUsd ? atStart : Temptation(offerUsd, payUsd, monthsLost);
        return Math.Clamp(level * now / atStart, 0.0, 1.0);
    }

    private static double Temptation(double offerUsd, double payUsd, double monthsLost) => offerUsd / (offerUsd + payUsd * monthsLost);
}

/// <summary>What is offered to an officer who has found a load: a share of its value on the spot, or the cash at hand.</summary>
/// <param name="bribe">The scenario's parameters.</param>
/// <param name="usdPerKg">Replacement value by commodity and place; slow phases rewrite it.</param>
internal sealed class BribeOffer(BribeParameters bribe, double[][] usdPerKg)
{
    private readonly long limitCents = (long)Math.Round(bribe.CashLimitUsd * 100);

    /// <summary>Offer for a load of so many kilograms at a place, USD.</summary>
    public double Usd(int place, int commodity, double kilograms) =>
        Math.Min(bribe.CashLimitUsd, bribe.OfferShareOfValue * usdPerKg[commodity][place] * kilograms);

    /// <summary>Offer in cents.</summary>
    public long Cents(int place, int commodity, int grams) =>
        Math.Min(limitCents, Trade.Money.Cents(bribe.OfferShareOfValue * usdPerKg[commodity][place] * 100, grams));
}
