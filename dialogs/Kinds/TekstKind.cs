using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>Words of the resident's own; kept as they are.</summary>
/// <param name="Min">Fewest characters.</param>
/// <param name="Max">Most characters.</param>
/// <param name="Lines">Whether it may have several lines.</param>
public sealed record TekstKind(int Min, int Max, bool Lines) : AnswerKind<string>
{
    /// <summary>Below this many characters "weet ik niet" and "nee" are taken for themselves, not for a story.</summary>
    private const int ShortAnswer = 24;

    public override Soort Soort => Lines ? Soort.LangeTekst : Soort.Tekst;

    public override Reading Read(string text, ReadingContext context)
    {
        var trimmed = Lines ? text.Trim() : text.ReplaceLineEndings(" ").Trim();
        return trimmed.Length switch
        {
            0 => new Reading.Refused("fout.leeg"),
            < ShortAnswer when YesNoReader.ReadBare(trimmed, context.Knowledge.Lexicon) == YesNo.Unknown => new Reading.Unknown(),
            < ShortAnswer when YesNoReader.IsNothing(trimmed, context.Knowledge.Lexicon) => new Reading.Nothing(),
            var length when length < Min || !trimmed.Any(char.IsLetterOrDigit) => new Reading.Refused("fout.tekst_kort"),
            var length when length > Max => new Reading.Refused("fout.tekst_lang"),
            _ => new Reading.Accepted(trimmed),
        };
    }

    public override string Write(string value) => value;

    public override bool TryParse(string canonical, [MaybeNullWhen(false)] out string value)
    {
        value = canonical;
        return canonical.Length > 0 && canonical.Length <= Max;
    }

    public override string Show(string value, ReadingContext context) => value;
}
