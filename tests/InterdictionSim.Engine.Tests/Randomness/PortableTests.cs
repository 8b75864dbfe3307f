using System.Runtime.Intrinsics;
using CsCheck;
using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Tests.Randomness;

public class PortableTests
{
    [Fact]
    public void Exp_IsWithinFourUnitsInTheLastPlaceOfThePlatforms() =>
        Gen.Double[-700, 700].Sample(x => Assert.InRange(Portable.Exp(x), Math.Exp(x) * (1 - 9e-16), Math.Exp(x) * (1 + 9e-16)));

    [Fact]
    public void Log_IsWithinFourUnitsInTheLastPlaceOfThePlatforms() =>
        Gen.Double[1e-300, 1e300].Select(Gen.Double[-300, 300], (a, power) => Math.Pow(10, power)).Sample(x =>
            Assert.Equal(Math.Log(x), Portable.Log(x), Math.Max(1e-16, Math.Abs(Math.Log(x)) * 9e-16)));

    [Fact]
    public void Pow_UndoesItsInverse() =>
        Gen.Select(Gen.Double[1e-6, 1e6], Gen.Double[0.1, 5]).Sample((x, y) => Assert.Equal(x, Portable.Pow(Portable.Pow(x, y), 1 / y), x * 1e-13));

    [Fact]
    public void Exp2OfFourLanes_HasTheBitsOfOne() =>
        Gen.Int[0, 1 << 16].Select(Gen.Double[0, 1], (step, x) => step % 2 == 0 ? x : step / 65536.0).Array[4].Sample(x =>
            Assert.Equal(x.Select(Portable.Exp2), Enumerable.Range(0, 4).Select(lane => Portable.Exp2(Vector256.Create(x))[lane])));

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.Epsilon)]
    [InlineData(63 / 64.0)]
    [InlineData(0.99999999999999989)]
    public void Exp2OfFourLanes_HasTheBitsOfOne_AtTheEdges(double x) => Assert.Equal(Portable.Exp2(x), Portable.Exp2(Vector256.Create(x))[3]);

    [Fact]
    public void EdgesOfTheRange_AreThoseOfThePlatform()
    {
        Assert.Equal(1.0, Portable.Exp(0));
        Assert.Equal(0.0, Portable.Exp(-1000));
        Assert.Equal(double.PositiveInfinity, Portable.Exp(1000));
        Assert.True(double.IsNaN(Portable.Exp(double.NaN)));
        Assert.Equal(0.0, Portable.Log(1));
        Assert.Equal(double.NegativeInfinity, Portable.Log(0));
        Assert.True(double.IsNaN(Portable.Log(-1)));
        Assert.Equal(Math.Log(double.Epsilon), Portable.Log(double.Epsilon), 1e-12);
    }

    // Bits computed once and kept: a machine, compiler or instruction set that rounds otherwise shows here before it shows in a result.
    [Fact]
    public void Bits_AreTheSameOnEveryMachine()
    {
        var hash = 14695981039346656037UL;
        for (var i = 1; i <= 20_000; i++)
        {
            var x = i * 0.0137 - 120;
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(Portable.Exp(x))) * 1099511628211UL;
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(Portable.Log(i * 0.731))) * 1099511628211UL;
        }

        Assert.Equal(GoldenBits, hash);
    }

    private const ulong GoldenBits = 3657564717604664852;
}
