using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InterdictionSim.Engine.Randomness;

/// <summary>Philox4x32-10 (Salmon et al., SC 2011): four random words as a function of a key and a counter.</summary>
/// <remarks>
/// A draw is a function of what it is for, never of when it is made: adding an entity, a thread or a tick moves no other draw.
/// The vector paths give the same words as the scalar one.
/// </remarks>
public static class Philox
{
    private const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57, W0 = 0x9E3779B9, W1 = 0xBB67AE85;

    /// <summary>The key of a replication: a 64-bit mix of seed and replication, so that neighbours have nothing in common.</summary>
    public static ulong Key(ulong seed, int replication) => Mix(Mix(seed) + (ulong)replication);

    /// <summary>Four words for a key and a counter of four words.</summary>
    public static (uint W0, uint W1, uint W2, uint W3) Draw(ulong key, uint c0, uint c1, uint c2, uint c3)
    {
        var k0 = (uint)key;
        var k1 = (uint)(key >> 32);
        for (var round = 0; round < 10; round++)
        {
            var p0 = (ulong)M0 * c0;
            var p1 = (ulong)M1 * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
            c1 = (uint)p1;
            c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
            c3 = (uint)p0;
            k0 += W0;
            k1 += W1;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Words for many counters at once, in place: counters go in, words come out. All spans have the same length, a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(ulong key, Span<uint> c0, Span<uint> c1, Span<uint> c2, Span<uint> c3)
    {
        if (Avx512F.IsSupported)
            Fill512(key, c0, c1, c2, c3);
        else if (Avx2.IsSupported)
            Fill256(key, c0, c1, c2, c3);
        else
            FillScalar(key, c0, c1, c2, c3);
    }

    internal static void FillScalar(ulong key, Span<uint> c0, Span<uint> c1, Span<uint> c2, Span<uint> c3)
    {
        for (var i = 0; i < c0.Length; i++)
            (c0[i], c1[i], c2[i], c3[i]) = Draw(key, c0[i], c1[i], c2[i], c3[i]);
    }

    // Eight counters at a time, each word in a 64-bit lane. The 32 × 32 product reads only the low half of a lane, so the
    // high halves may hold anything until the words are narrowed at the end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill512(ulong key, Span<uint> c0, Span<uint> c1, Span<uint> c2, Span<uint> c3)
    {
        var m0 = Vector512.Create((ulong)M0).AsUInt32();
        var m1 = Vector512.Create((ulong)M1).AsUInt32();
        Vector512<ulong> key0 = Vector512.Create((ulong)(uint)key), key1 = Vector512.Create(key >> 32), step0 = Vector512.Create((ulong)W0), step1 = Vector512.Create((ulong)W1);
        for (var i = 0; i + 8 <= c0.Length; i += 8)
        {
            var a = Avx512F.ConvertToVector512UInt64(Vector256.Create<uint>(c0[i..]));
            var b = Avx512F.ConvertToVector512UInt64(Vector256.Create<uint>(c1[i..]));
            var c = Avx512F.ConvertToVector512UInt64(Vector256.Create<uint>(c2[i..]));
            var d = Avx512F.ConvertToVector512UInt64(Vector256.Create<uint>(c3[i..]));
            var k0 = key0;
            var k1 = key1;
            for (var round = 0; round < 10; round++)
            {
                var p0 = Avx512F.Multiply(a.AsUInt32(), m0);
                var p1 = Avx512F.Multiply(c.AsUInt32(), m1);
                a = (p1 >>> 32) ^ b ^ k0;
                c = (p0 >>> 32) ^ d ^ k1;
                b = p1;
                d = p0;
                k0 += step0;
                k1 += step1;
            }

            Avx512F.ConvertToVector256UInt32(a).CopyTo(c0[i..]);
            Avx512F.ConvertToVector256UInt32(b).CopyTo(c1[i..]);
            Avx512F.ConvertToVector256UInt32(c).CopyTo(c2[i..]);
            Avx512F.ConvertToVector256UInt32(d).CopyTo(c3[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill256(ulong key, Span<uint> c0, Span<uint> c1, Span<uint> c2, Span<uint> c3)
    {
        var m0 = Vector256.Create((ulong)M0).AsUInt32();
        var m1 = Vector256.Create((ulong)M1).AsUInt32();
        Vector256<ulong> key0 = Vector256.Create((ulong)(uint)key), key1 = Vector256.Create(key >> 32), step0 = Vector256.Create((ulong)W0), step1 = Vector256.Create((ulong)W1);
        for (var i = 0; i + 4 <= c0.Length; i += 4)
        {
            var a = Avx2.ConvertToVector256Int64(Vector128.Create<uint>(c0[i..])).AsUInt64();
            var b = Avx2.ConvertToVector256Int64(Vector128.Create<uint>(c1[i..])).AsUInt64();
            var c = Avx2.ConvertToVector256Int64(Vector128.Create<uint>(c2[i..])).AsUInt64();
            var d = Avx2.ConvertToVector256Int64(Vector128.Create<uint>(c3[i..])).AsUInt64();
            var k0 = key0;
            var k1 = key1;
            for (var round = 0; round < 10; round++)
            {
                var p0 = Avx2.Multiply(a.AsUInt32(), m0);
                var p1 = Avx2.Multiply(c.AsUInt32(), m1);
                a = (p1 >>> 32) ^ b ^ k0;
                c = (p0 >>> 32) ^ d ^ k1;
                b = p1;
                d = p0;
                k0 += step0;
                k1 += step1;
            }

            Store(a, c0[i..]);
            Store(b, c1[i..]);
            Store(c, c2[i..]);
            Store(d, c3[i..]);
        }
    }

    private static void Store(Vector256<ulong> lanes, Span<uint> words)
    {
        var low = Avx2.PermuteVar8x32(lanes.AsUInt32(), Vector256.Create(0u, 2, 4, 6, 0, 2, 4, 6));
        low.GetLower().CopyTo(words);
    }

    // SplitMix64's finaliser (Steele, Lea & Flood 2014).
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
