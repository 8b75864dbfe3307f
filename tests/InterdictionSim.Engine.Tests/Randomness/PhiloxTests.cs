using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Tests.Randomness;

public class PhiloxTests
{
    // Known answers of Random123's kat_vectors for philox4x32-10.
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Draw_GivesTheKnownAnswers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Draw(k0 | (ulong)k1 << 32, c0, c1, c2, c3));

    [Fact]
    public void VectorPath_GivesTheWordsOfTheScalarOne()
    {
        const int Count = 64;
        uint[] a = new uint[Count], b = new uint[Count], c = new uint[Count], d = new uint[Count];
        for (var i = 0; i < Count; i++)
            (a[i], b[i], c[i], d[i]) = ((uint)i, (uint)i * 2654435761u, uint.MaxValue - (uint)i, 1u << 24);
        uint[] e = [.. a], f = [.. b], g = [.. c], h = [.. d];
        Philox.Fill(Philox.Key(7, 3), a, b, c, d);
        Philox.FillScalar(Philox.Key(7, 3), e, f, g, h);
        Assert.Equal(e, a);
        Assert.Equal(f, b);
        Assert.Equal(g, c);
        Assert.Equal(h, d);
    }

    [Fact]
    public void Keys_OfNeighbouringSeedsAndReplicationsAreAllDifferent()
    {
        var keys = from seed in Enumerable.Range(0, 100) from replication in Enumerable.Range(0, 100) select Philox.Key((ulong)seed, replication);
        Assert.Equal(10_000, keys.Distinct().Count());
    }
}
