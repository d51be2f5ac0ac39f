using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Recognizers.Contact;

/// <summary>Words that tell numbers apart.</summary>
internal sealed class AddressWords(AdresSeed seed)
{
    public FrozenSet<string> NoPostcodeLetters { get; } = seed.GeenPostcodeLetters.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> NeverPostcodeLetters { get; } = seed.NooitPostcodeLetters.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> PostcodeWords { get; } = seed.Postcodewoorden.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> BsnWords { get; } = seed.Bsnwoorden.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> OtherNumber { get; } = seed.AnderNummer.ToFrozenSet(StringComparer.Ordinal);

    public string BsnReplacement { get; } = seed.BsnVervanging;
}
