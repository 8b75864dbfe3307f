using System.Security.Cryptography;
using System.Text;

namespace InterdictionSim.Experiments.Results;

/// <summary>One number for all outcomes of a campaign: equal when every outcome of every replication is equal to the bit.</summary>
/// <remarks>
/// SHA-256 over lines <c>scenario TAB point TAB replication TAB metric TAB bits</c>, each ended by a line feed, in the order of their bytes
/// (<c>LC_ALL=C sort</c>), bits being the 16 lower-case hex digits of the IEEE double. Every NaN counts as <c>7ff8000000000000</c>.
/// </remarks>
public static class ResultHash
{
    private const ulong OneNaN = 0x7FF8_0000_0000_0000;

    /// <summary>Hash of one scenario's replications, in lower-case hex.</summary>
    public static string Of(RunResults results)
    {
        var lines = new List<byte[]>(results.Replications.Count * results.Layout.Outcomes.Count);
        foreach (var run in results.Replications)
        {
            for (var i = 0; i < run.Outcomes.Length; i++)
                lines.Add(Line(results.Scenario.Name, point: 0, run.Replication, results.Layout.Outcomes[i].Name, run.Outcomes[i]));
        }

        return OfLines(lines);
    }

    internal static byte[] Line(string scenario, int point, int replication, string metric, double value)
    {
        var bits = double.IsNaN(value) ? OneNaN : BitConverter.DoubleToUInt64Bits(value);
        return Encoding.UTF8.GetBytes(FormattableString.Invariant($"{scenario}\t{point}\t{replication}\t{metric}\t{bits:x16}\n"));
    }

    internal static string OfLines(List<byte[]> lines)
    {
        lines.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(line);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
