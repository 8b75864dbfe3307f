namespace InterdictionSim.Engine.Trafficking;

/// <summary>A few threads that do the same work on their own share, again and again: they spin for the next round a while and then sleep.</summary>
/// <remarks>The caller is the first member. A round allocates nothing.</remarks>
internal sealed class TickTeam : IDisposable
{
    private readonly Signal[] go;
    private readonly Signal done = new();
    private readonly Thread[] threads;
    private Action<int>? work;
    private int left;
    private volatile bool ended;

    public TickTeam(int members)
    {
        go = [.. Enumerable.Range(1, members - 1).Select(_ => new Signal())];
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
            done.Wait();
    }

    public void Dispose()
    {
        ended = true;
        foreach (var signal in go)
            signal.Set();
        foreach (var thread in threads)
            thread.Join();
    }

    private void Serve(int member)
    {
        while (true)
        {
            go[member - 1].Wait();
            if (ended)
                return;
            work!(member);
            if (Interlocked.Decrement(ref left) == 0)
                done.Set();
        }
    }

    /// <summary>Lets one waiter through a time. Own, because the runtime's slim event allocates when its first waiter stops spinning.</summary>
    private sealed class Signal
    {
        private const int Spins = 300;
        private readonly object sleeping = new();
        private bool isSet;

        public void Set()
        {
            lock (sleeping)
            {
                isSet = true;
                Monitor.Pulse(sleeping);
            }
        }

        public void Wait()
        {
            // Spin first, for ticks are short; but not for long, for another process may hold the core that is waited for.
            for (var spin = 0; spin < Spins && !Volatile.Read(ref isSet); spin++)
                Thread.SpinWait(20);
            lock (sleeping)
            {
                while (!isSet)
                    Monitor.Wait(sleeping);
                isSet = false;
            }
        }
    }
}
