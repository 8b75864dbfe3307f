using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Supply;
using InterdictionSim.Engine.Tracing;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>Who leaves with a consignment, and who comes back to leave again.</summary>
/// <remarks>
/// An organisation's hazard of departure is accumulated; an idle trafficker leaves when it passes the value that its own draw has set, so idle ones
/// cost nothing. A changed hazard moves the day of a departure and no other draw.
/// </remarks>
internal sealed class Dispatch : IState
{
    private readonly Stage stage;
    private readonly Readiness readiness;
    private readonly ChoiceTables choice;
    private readonly Movement movement;
    private readonly OpiumStock stock;
    private readonly Prices prices;
    private readonly Ledger ledger;
    private readonly ArrivalCalendar[] calendars;
    private readonly ulong key;
    private readonly DueHeap[] idle;
    private readonly DueHeap[] arrested;
    private readonly double[] hazard;
    private readonly long[] followed;
    private readonly double recruitingTicks;

    public Dispatch(
        Stage stage, Readiness readiness, ChoiceTables choice, Movement movement, OpiumStock stock, Prices prices, Ledger ledger, ArrivalCalendar[] calendars, ulong key)
    {
        this.stage = stage;
        this.readiness = readiness;
        this.choice = choice;
        this.movement = movement;
        this.stock = stock;
        this.prices = prices;
        this.ledger = ledger;
        this.calendars = calendars;
        this.key = key;
        recruitingTicks = Math.Round(stage.Scenario.Fleet.RecruitingDelayDays * stage.Scenario.Run.TicksPerDay);
        idle = [.. stage.Bands.Select(b => new DueHeap(b.Traffickers, typicalWait: 1))];
        arrested = [.. stage.Bands.Select(b => new DueHeap(b.ReturnsAtOnce ? 0 : b.Traffickers, recruitingTicks))];
        hazard = new double[stage.Bands.Length];
        followed = new long[stage.Bands.Length];
        foreach (var band in stage.Bands)
        {
            for (var slot = 0u; slot < band.Traffickers; slot++)
                Wait(band, slot, trip: 0);
        }
    }

    /// <summary>Who follows departures and what comes of them; null unless somebody asks.</summary>
    public Trace? Trace { get; set; }

    /// <summary>Traffickers at home, ready to leave, of an organisation.</summary>
    public int Idle(int band) => idle[band].Count;

    /// <summary>Traffickers under arrest and not yet replaced, of an organisation.</summary>
    public int Arrested(int band) => arrested[band].Count;

    /// <summary>A tick: recruits replace the arrested, and those whose patience ends leave.</summary>
    public void Advance(int tick)
    {
        foreach (var band in stage.Bands)
        {
            var b = band.Index;
            while (arrested[b].TryPop(tick, out var slot, out var trip))
            {
                Trace?.Of(slot).Replace(band, slot, trip, tick);
                Wait(band, slot, trip);
            }

            hazard[b] += readiness.HazardPerDay[b] * stage.Scenario.Run.TickDays;
            while (idle[b].TryPop(hazard[b], out var slot, out var trip) && Depart(band, slot, trip, tick))
            {
            }
        }
    }

    /// <summary>A trafficker waits at home for its next trip.</summary>
    public void Wait(Band band, uint slot, uint trip)
    {
        var patience = Sampler.Exponential(Philox.Draw(key, slot, band.Hash, trip << 12, (uint)Purpose.Idle << 24).W0);
        idle[band.Index].Push(hazard[band.Index] + patience, slot, trip);
    }

    /// <summary>A trafficker is arrested; a recruit takes its slot later.</summary>
    public void Arrest(Band band, uint slot, uint trip, int tick) => arrested[band.Index].Push(tick + recruitingTicks, slot, trip);

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(hazard);
        archive.Exchange(followed);
        archive.Exchange(idle);
        archive.Exchange(arrested);
    }

    // False when there is no opium left to carry, or no way from any home: then nobody of the organisation leaves in this tick.
    private bool Depart(Band band, uint slot, uint trip, int tick)
    {
        var draw = Philox.Draw(key, slot, band.Hash, trip << 12, (uint)Purpose.Departure << 24);
        var grams = Math.Max(1, band.Sizes.Sample(draw.W1));
        var table = band.Tables[Sampler.Pick(readiness.MarketCumulative[band.Index], draw.W0)];
        var home = Home(band, table, draw.W3);
        if (home < 0 || !stock.Draw((long)grams * band.Good.OpiumPerKg))
        {
            idle[band.Index].Push(hazard[band.Index], slot, trip);
            return false;
        }

        var trafficker = new Trafficker
        {
            Slot = slot,
            TripHop = trip << 12,
            Grams = grams,
            DepartureTick = tick,
            Table = (ushort)table,
            Organisation = (ushort)band.Index,
            LoadClass = (byte)band.LoadClasses[Sampler.Pick(band.LoadClassCumulative, draw.W2)],
        };
        Buy(band, home, grams);
        var words = Philox.Draw(key, slot, band.Hash, trip << 12, (uint)Purpose.Arrival << 24);
        var link = movement.Depart(calendars[slot % calendars.Length], in trafficker, tick, home, words.W2, words.W3);
        Trace?.Of(slot).Depart(in trafficker, link, words.W2, tick);
        return true;
    }

    // The home that a word picks, or the next one in turn that is not cut off from the market; −1 when all are.
    private int Home(Band band, int table, uint word)
    {
        var picked = Sampler.Pick(band.HomeCumulative, word);
        for (var h = 0; h < band.Homes.Length; h++)
        {
            var home = band.Homes[(picked + h) % band.Homes.Length];
            if (choice.Leads(table, home))
                return home;
        }

        return -1;
    }

    /// <summary>A consignment is bought at home: the farm gate gets its share, traders the rest, militants their tax.</summary>
    public void Buy(Band band, int home, long grams)
    {
        var valueCents = Money.Cents(prices.UsdPerKg[band.Commodity][home] * 100, grams);
        var farmCents = Math.Min(valueCents, Money.Cents(stock.FarmGateUsdPerKg * 100, grams * band.Good.OpiumPerKg));
        ledger.Money.Transfer(Account.Organisations, Account.FarmGate, farmCents);
        ledger.Money.Transfer(Account.Organisations, Account.Traders, valueCents - farmCents);
        var taxCents = (long)(valueCents * stage.Scenario.Security.TransitTaxShare);
        ledger.Money.Transfer(Account.Organisations, Account.Militants, taxCents);
        ledger.DispatchedGrams[band.Index] += grams;
        ledger.Trips[band.Index]++;
    }

    /// <summary>Buys the consignments that followed a seizure or a sale at once in this tick.</summary>
    public void BuyFollowing(Tally[] tallies, DateOnly day)
    {
        foreach (var band in stage.Bands)
        {
            if (!band.ReturnsAtOnce)
                return;
            var grams = -followed[band.Index];
            foreach (var tally in tallies)
                grams += tally.FollowedGrams[band.Index];
            if (grams == 0)
                continue;
            followed[band.Index] += grams;
            if (!stock.Draw(grams * band.Good.OpiumPerKg))
                throw new ScenarioException($"/supply/stockTonnes: the stock ran out on {day:yyyy-MM-dd} while consignments return at once.");
            Buy(band, band.Homes[0], grams);
        }
    }
}
