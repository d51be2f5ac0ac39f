using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>A gemeente by its CBS code, found by name, old name or typo; never guessed between two.</summary>
public sealed record GemeenteKind : AnswerKind<string>
{
    public override Soort Soort => Soort.Tekst;

    public override Reading Read(string text, ReadingContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Refused("fout.leeg");
        }

        return context.Knowledge.Gemeenten.Find(text, context.Today) switch
        {
            Gemeentevondst.Een een => new Reading.Accepted(een.Gemeente.Code.Value) { Echo = true, OudeNaam = een.OudeNaam },
            Gemeentevondst.Meer meer => new Reading.Ambiguous([.. meer.Kandidaten.Take(3).Select(static gemeente => gemeente.Code.Value)]),
            _ when YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Unknown => new Reading.Unknown(),
            _ => new Reading.Refused("fout.gemeente"),
        };
    }

    public override string Write(string value) => value;

    public override bool TryParse(string canonical, [MaybeNullWhen(false)] out string value)
    {
        value = canonical;
        return Gemeentecode.TryParse(canonical, out _);
    }

    public override string Show(string value, ReadingContext context) => context.Knowledge.Gemeentenaam(value);
}
