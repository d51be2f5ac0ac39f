namespace KlachtHulp.Tests.Faults.Simulation;

/// <summary>How a call goes wrong.</summary>
internal enum Mishap
{
    None,

    /// <summary>Nothing was done.</summary>
    Before,

    /// <summary>Everything was done, and the answer is lost.</summary>
    After,
}

/// <summary>A call that went wrong on purpose.</summary>
internal sealed class MishapException() : Exception("This failed on purpose.");

/// <summary>Decides which calls go wrong.</summary>
/// <param name="next">Asked once for each call.</param>
internal sealed class Mishaps(Func<int, Mishap> next)
{
    private bool _over;

    /// <summary>Calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>How many went wrong.</summary>
    public int Count { get; private set; }

    /// <summary>Each call goes wrong with a chance, and now and then everything does for a while, as with a locked database.</summary>
    public static Mishaps Random(Random random, double chance)
    {
        var outage = 0;
        return new(_ =>
        {
            outage = outage > 0 ? outage - 1 : random.NextDouble() < chance / 20 ? random.Next(2, 30) : 0;
            return outage > 0 ? Mishap.Before : random.NextDouble() < chance ? (Mishap)random.Next(1, 3) : Mishap.None;
        });
    }

    /// <summary>One call goes wrong.</summary>
    /// <param name="call">Its number, from 1.</param>
    public static Mishaps At(int call, Mishap mishap) => new(number => number == call ? mishap : Mishap.None);

    /// <summary>From now on everything works.</summary>
    public void Stop() => _over = true;

    public Mishap Next()
    {
        var mishap = _over ? Mishap.None : next(++Calls);
        Count += mishap == Mishap.None ? 0 : 1;
        return mishap;
    }

    public async ValueTask<T> DoAsync<T>(Func<ValueTask<T>> work)
    {
        var mishap = Next();
        if (mishap == Mishap.Before)
        {
            throw new MishapException();
        }

        var result = await work();
        return mishap == Mishap.After ? throw new MishapException() : result;
    }
}
