using CsCheck;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.Trafficking;

public class DueHeapTests
{
    // Whole keys, so that many are equal; some wait far less and some far longer than is typical.
    [Fact]
    public void AsTheValueRises_AllLeaveInTheOrderOfKeyAndSlot() =>
        Gen.Select(Gen.Int[0, 100].Array[0, 60], Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 500])).Sample((keys, typicalWait) =>
        {
            var heap = new DueHeap(keys.Length, typicalWait);
            for (var slot = 0; slot < keys.Length / 2; slot++)
                heap.Push(keys[slot], (uint)slot, trip: 7);
            var left = new List<uint>();
            for (var reached = 0; reached <= 100; reached += 3)
            {
                for (var slot = keys.Length / 2; slot < keys.Length; slot++)
                {
                    if (keys[slot] - 10 is var since && since <= reached && since > reached - 3 || reached == 0 && since <= 0)
                        heap.Push(keys[slot], (uint)slot, trip: 7);
                }

                while (heap.TryPop(reached, out var slot, out var trip))
                {
                    Assert.True(keys[slot] <= reached && trip == 7);
                    left.Add(slot);
                }
            }

            Assert.Equal(Enumerable.Range(0, keys.Length).Where(slot => keys[slot] <= 99).OrderBy(slot => keys[slot]).ThenBy(slot => slot), left.Select(slot => (int)slot));
            Assert.Equal(keys.Length - left.Count, heap.Count);
        });
}
