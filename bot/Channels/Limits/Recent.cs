namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Remembers what was asked for lately, in two generations: what nobody asked for during a whole one is forgotten without looking for it. Callers lock.</summary>
/// <param name="life">How long something is remembered at least, as long as fewer than <paramref name="most"/> others come in between.</param>
internal sealed class Recent<TKey, TValue>(TimeSpan life, int most)
    where TKey : notnull
    where TValue : class, new()
{
    private Dictionary<TKey, TValue> _new = [];
    private Dictionary<TKey, TValue> _old = [];
    private DateTimeOffset _until;

    public TValue Get(TKey key, DateTimeOffset now)
    {
        Turn(now);
        if (!_new.TryGetValue(key, out var value))
        {
            value = _old.GetValueOrDefault(key) ?? new TValue();
            _new[key] = value;
        }

        return value;
    }

    /// <returns>null when it is not remembered.</returns>
    public TValue? Find(TKey key) => _new.GetValueOrDefault(key) ?? _old.GetValueOrDefault(key);

    private void Turn(DateTimeOffset now)
    {
        if (now < _until && _new.Count < most)
        {
            return;
        }

        _old = now - _until < life ? _new : [];
        _new = [];
        _until = now + life;
    }
}
