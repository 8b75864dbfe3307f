using System.Security.Cryptography;
using System.Text;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Experiments.Tests.Results;

public class ResultHashTests
{
    [Fact]
    public void Hash_IsThatOfTheSortedLines()
    {
        // Written by hand: IEEE bits of the sample's outcomes, NaN as 7ff8…, sorted by byte.
        const string lines =
            "sample\t0\t0\trate\t3fb999999999999a\n"
            + "sample\t0\t0\tseized.TJK\t408eca0000000000\n"
            + "sample\t0\t1\trate\t7ff8000000000000\n"
            + "sample\t0\t1\tseized.TJK\tbfe0000000000000\n"
            + "sample\t0\t2\trate\t3fd5555555555555\n"
            + "sample\t0\t2\tseized.TJK\t01a56e1fc2f8f359\n";

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), ResultHash.Of(Samples.Results()));
    }

    [Fact]
    public void EveryNaN_CountsAsTheSame()
    {
        var other = BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_0001);

        Assert.Equal(ResultHash.Of(Samples.Results()), ResultHash.Of(Samples.Results(nan: other)));
    }

    [Fact]
    public void Order_OfReplications_DoesNotMatter()
    {
        var results = Samples.Results();

        Assert.Equal(ResultHash.Of(results), ResultHash.Of(results with { Replications = [.. results.Replications.Reverse()] }));
    }

    [Fact]
    public void OneBit_Matters() =>
        Assert.NotEqual(ResultHash.Of(Samples.Results(nan: 0.0)), ResultHash.Of(Samples.Results(nan: -0.0)));
}
