namespace InterdictionSim.Engine.Trafficking;

/// <summary>A few threads that do the same work on their own share, again and again: they spin for the next tick a while and then sleep.</summary>
/// <remarks>The caller is the first member. Starting a round allocates nothing.</remarks>
internal sealed class TickTeam : IDisposable
{
    private readonly ManualResetEventSlim[] go;
    private readonly ManualResetEventSlim done = new(false, spinCount: 200);
    private readonly Thread[] threads;
    private Action<int>? work;
    private int left;
    private volatile bool ended;

    public TickTeam(int members)
    {
        go = [.. Enumerable.Range(1, members - 1).Select(_ => new ManualResetEventSlim(false, spinCount: 200))];
        threads = [.. Enumerable.Range(1, members - 1).Select(member => new Thread(() => Serve(member)) { IsBackground = true, Name = $"tick {member}" })];
        foreach (var thread in threads)
            thread.Start();
    }

    /// <summary>Does the work for all members and returns when all are done.</summary>
    public void Run(Action<int> share)
    {
        if (threads.Length > 0)
        {
            work = share;
            left = threads.Length;
            foreach (var signal in go)
                signal.Set();
        }

        share(0);
        if (threads.Length > 0)
        {
            done.Wait();
            done.Reset();
        }
    }

    public void Dispose()
    {
        ended = true;
        foreach (var signal in go)
            signal.Set();
        foreach (var thread in threads)
            thread.Join();
        foreach (var signal in go)
            signal.Dispose();
        done.Dispose();
    }

    private void Serve(int member)
    {
        var signal = go[member - 1];
        while (true)
        {
            signal.Wait();
            signal.Reset();
            if (ended)
                return;
            work!(member);
            if (Interlocked.Decrement(ref left) == 0)
                done.Set();
        }
    }
}
