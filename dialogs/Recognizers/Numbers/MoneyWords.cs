using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

/// <summary>The words and signs of money.</summary>
internal sealed class MoneyWords(MuntenSeed seed)
{
    public FrozenSet<string> Euro { get; } = seed.Euro.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> Cent { get; } = seed.Cent.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Coins and notes with a name of their own, in euro.</summary>
    public FrozenDictionary<string, decimal> Pieces { get; } = seed.Stukken.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words after which a number is not the whole amount.</summary>
    public FrozenSet<string> Some { get; } = seed.Onbepaald.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> NotMoney { get; } = seed.GeenGeld.ToFrozenSet(StringComparer.Ordinal);
}
