using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>A name as people write it: any letter, prefixes kept.</summary>
public sealed record NaamKind : ContactKind
{
    private const int Longest = 120;

    protected override string Refusal => "fout.naam";

    /// <summary>"Ik heet" and the like are left out; the name itself stays as it is written.</summary>
    public override Reading Read(string text, ReadingContext context) => base.Read(NameReader.WithoutStart(text, context.Knowledge.Lexicon), context);

    protected override string? Normalise(string text)
        => text.Length is >= 2 and <= Longest && text.Count(char.IsLetter) >= 2 && !text.Any(static c => char.IsDigit(c) || c is '<' or '>' or '@') ? text : null;
}

/// <summary>A postal address; a postbus, the address of a helper and an address abroad are addresses too.</summary>
public sealed record AdresKind : ContactKind
{
    private const int Longest = 300;

    protected override string Refusal => "fout.adres";

    protected override bool Lines => true;

    protected override string? Normalise(string text)
        => text.Length is >= 6 and <= Longest && text.Any(char.IsDigit) && text.Count(char.IsLetter) >= 3 ? text : null;
}

/// <summary>An e-mail address.</summary>
public sealed record EmailKind : ContactKind
{
    protected override string Refusal => "fout.email";

    protected override string? Normalise(string text) => EmailReader.Read(text) is [var one] ? one.Value : null;
}

/// <summary>A telephone number, Dutch or foreign.</summary>
public sealed record TelefoonKind : ContactKind
{
    protected override string Refusal => "fout.telefoon";

    protected override string? Normalise(string text) => PhoneReader.Read(text) is [var one] ? one.Value : null;
}

/// <summary>How a resident can be reached.</summary>
public abstract record ContactKind : AnswerKind<string>
{
    public override Soort Soort => Soort.Contact;

    /// <summary>Key of the message when it cannot be used.</summary>
    protected abstract string Refusal { get; }

    /// <summary>Whether it may have several lines.</summary>
    protected virtual bool Lines => false;

    /// <returns>The value as it is kept, or null when it is none.</returns>
    protected abstract string? Normalise(string text);

    public override Reading Read(string text, ReadingContext context)
    {
        var trimmed = (Lines ? text : text.ReplaceLineEndings(" ")).Trim();
        return trimmed.Length == 0 ? new Reading.Refused("fout.leeg")
            : YesNoReader.IsNothing(trimmed, context.Knowledge.Lexicon) ? new Reading.Nothing()
            : YesNoReader.ReadBare(trimmed, context.Knowledge.Lexicon) == YesNo.Unknown ? new Reading.Unknown()
            : Normalise(trimmed) is { } value ? new Reading.Accepted(value)
            : new Reading.Refused(Refusal);
    }

    public override string Write(string value) => value;

    public override bool TryParse(string canonical, [MaybeNullWhen(false)] out string value)
    {
        value = canonical;
        return Normalise(canonical) is not null;
    }

    public override string Show(string value, ReadingContext context) => value;
}
