using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

/// <summary>The currencies of seeds/taal/munten.yaml besides the euro, by word and by sign.</summary>
internal sealed class CurrencyBook(MuntenSeed seed)
{
    /// <summary>Words after a number: "amerikaanse dollars".</summary>
    public PhraseBook<MuntSeed> Words { get; } = new(seed.Vreemd.SelectMany(static coin => coin.Woorden.Select(word
        => KeyValuePair.Create(Folding.Fold(word), coin))));

    /// <summary>Signs and codes before or after a number: "$", "USD".</summary>
    public PhraseBook<MuntSeed> Signs { get; } = new(seed.Vreemd.SelectMany(static coin => coin.Tekens.Select(sign
        => KeyValuePair.Create(Folding.Fold(sign), coin))));
}
