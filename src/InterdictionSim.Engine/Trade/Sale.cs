using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Trade;

/// <summary>What happens to those whose trip ended in this tick: deliveries are paid, the arrested wait to be replaced.</summary>
internal sealed class Sale(Stage stage, Prices prices, Dispatch dispatch, Ledger ledger)
{
    /// <summary>Settles the finished trips of a calendar.</summary>
    public void Settle(ArrivalCalendar calendar, int tick)
    {
        int chunk;
        while ((chunk = calendar.Take(calendar.Finished, out var count)) != 0)
        {
            foreach (ref readonly var trafficker in calendar.Taken(chunk, count))
            {
                var band = stage.Bands[trafficker.Organisation];
                var nextTrip = (trafficker.TripHop >> 12) + 1;
                if (trafficker.Fate == Fate.Delivered)
                {
                    var market = stage.Tables[trafficker.Table].Market;
                    Pay(band, market, trafficker.Grams, tick - trafficker.DepartureTick);
                    dispatch.Trace?.Of(trafficker.Slot).Deliver(in trafficker, stage.Markets[market].Place, prices.CentsPerKg[market] / 100.0, tick);
                    if (!band.ReturnsAtOnce)
                        dispatch.Wait(band, trafficker.Slot, nextTrip);
                }
                else
                {
                    ledger.Arrests[stage.PostCountry[trafficker.Link]]++;
                    dispatch.Trace?.Of(trafficker.Slot).Arrest(in trafficker, trafficker.Link, tick);
                    dispatch.Arrest(band, trafficker.Slot, nextTrip, tick);
                }
            }

            calendar.Release(chunk);
        }
    }

    private void Pay(Band band, int market, long grams, int tripTicks)
    {
        var revenueCents = Money.Cents(prices.CentsPerKg[market], grams);
        ledger.Money.Transfer(Account.Buyers, Account.Organisations, revenueCents);
        var goodsCents = Money.Cents(prices.UsdPerKg[band.Commodity][band.Homes[0]] * 100, grams);
        // The share is floored: the remainder stays with the payer.
        var shareCents = (long)(Math.Max(0, revenueCents - goodsCents) * stage.Scenario.Security.ProfitShare);
        ledger.Money.Transfer(Account.Organisations, Account.Militants, shareCents);
        ledger.DeliveredGrams[market] += grams;
        ledger.Deliveries[market]++;
        ledger.RevenueCents[market] += revenueCents;
        ledger.SoldGrams[band.Index] += grams;
        ledger.TripTicks[band.Index] += tripTicks;
        ledger.TripsDone[band.Index]++;
    }
}
