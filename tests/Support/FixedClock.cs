namespace KlachtHulp.Tests.Support;

/// <summary>A clock that moves when a test says so, and whose timers ring only then.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_lock)
        {
            _alarms.Add(alarm);
        }

        return alarm;
    }

    /// <summary>Whether a timer rings within so long; a test that moves the clock only then lets nothing else run late.</summary>
    public bool RingsWithin(TimeSpan time)
    {
        lock (_lock)
        {
            return _alarms.Exists(alarm => alarm.Due - _now <= time);
        }
    }

    public void Advance(TimeSpan time)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += time;
            due = [.. _alarms.Where(alarm => alarm.Due <= _now)];
            due.ForEach(alarm => alarm.Due = alarm.Period > TimeSpan.Zero ? _now + alarm.Period : DateTimeOffset.MaxValue);
        }

        due.ForEach(static alarm => alarm.Ring());
    }

    private sealed class Alarm(FixedClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
                Period = period;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
