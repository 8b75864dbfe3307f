using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Trade;

/// <summary>Charges what was carried to the organisations: carriage, protection, bribes.</summary>
internal sealed class TripAccounts(Stage stage, TripCosts costs, Tally[] tallies, Ledger ledger) : IState
{
    private readonly long[] settledGrams = new long[stage.Bands.Length * stage.Network.DirectedLinks];

    /// <inheritdoc/>
    public void Exchange(StateArchive archive) => archive.Exchange(settledGrams);

    /// <summary>Charges what was carried since the last time at the costs that hold now: call it before they change.</summary>
    public void Settle()
    {
        var links = stage.Network.DirectedLinks;
        foreach (var band in stage.Bands)
        {
            long carriage = 0, fees = 0;
            for (var cell = band.Index * links; cell < (band.Index + 1) * links; cell++)
            {
                long grams = 0;
                foreach (var tally in tallies)
                    grams += tally.Traffic[cell].Grams;
                var since = grams - settledGrams[cell];
                if (since == 0)
                    continue;
                settledGrams[cell] = grams;
                carriage += Money.Cents(costs.Carriage[cell] * 100, since);
                fees += Money.Cents(costs.ProtectionFee[cell] * 100, since);
            }

            ledger.Money.Transfer(Account.Organisations, Account.Transport, carriage - fees);
            ledger.Money.Transfer(Account.Organisations, Account.Bribes, fees);
        }

        long bribes = 0;
        foreach (var tally in tallies)
        {
            foreach (var cents in tally.BribeCents)
                bribes += cents;
        }

        ledger.Money.Transfer(Account.Organisations, Account.Bribes, bribes - ledger.BribeCents);
        ledger.BribeCents = bribes;
    }
}
