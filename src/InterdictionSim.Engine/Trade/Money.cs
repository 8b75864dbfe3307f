using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trade;

/// <summary>The accounts between which money moves.</summary>
internal enum Account
{
    /// <summary>Who buys at the markets.</summary>
    Buyers,

    /// <summary>Trafficking organisations.</summary>
    Organisations,

    /// <summary>Poppy farmers.</summary>
    FarmGate,

    /// <summary>Refiners and traders between the farm gate and the organisations' homes.</summary>
    Traders,

    /// <summary>Carriage, crews, flights and border fees.</summary>
    Transport,

    /// <summary>Officers who are bribed and who protect.</summary>
    Bribes,

    /// <summary>Militant groups.</summary>
    Militants,

    /// <summary>Those who pay for measures.</summary>
    Sponsors,

    /// <summary>What measures are spent on.</summary>
    Programmes,
}

/// <summary>Double entry in whole cents: what one account pays another receives, so all balances sum to 0 at every moment.</summary>
internal sealed class Money : IState
{
    private readonly long[] balance = new long[Enum.GetValues<Account>().Length];

    /// <summary>Balance of an account, cents.</summary>
    public long this[Account account] => balance[(int)account];

    /// <summary>Sum of all balances: always 0.</summary>
    public long Sum => balance.Sum();

    /// <summary>An amount for a mass: round-half-even(cents per kg × grams / 1000).</summary>
    public static long Cents(double centsPerKg, long grams) => (long)Math.Round(centsPerKg * grams / 1000.0, MidpointRounding.ToEven);

    /// <summary>A copy that stays as it is.</summary>
    public Money Copy()
    {
        var copy = new Money();
        balance.CopyTo(copy.balance, 0);
        return copy;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive) => archive.Exchange(balance);

    /// <summary>Moves an amount.</summary>
    public void Transfer(Account from, Account to, long cents)
    {
        balance[(int)from] -= cents;
        balance[(int)to] += cents;
    }
}
