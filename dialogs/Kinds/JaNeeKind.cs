using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>Yes or no, in all its Dutch.</summary>
public sealed record JaNeeKind : AnswerKind<bool>
{
    private static readonly string[] Ids = ["ja", "nee"];

    public override Soort Soort => Soort.JaNee;

    public override IReadOnlyList<string> Options => Ids;

    public override Reading Read(string text, ReadingContext context) => YesNoReader.Read(text, context.Knowledge.Lexicon) switch
    {
        YesNo.Yes => new Reading.Accepted("ja"),
        YesNo.No => new Reading.Accepted("nee"),
        YesNo.Unknown => new Reading.Unknown(),
        _ => new Reading.Refused(string.IsNullOrWhiteSpace(text) ? "fout.leeg" : "fout.ja_nee"),
    };

    public override string Write(bool value) => value ? "ja" : "nee";

    public override bool TryParse(string canonical, out bool value)
    {
        value = canonical == "ja";
        return canonical is "ja" or "nee";
    }

    public override string Show(bool value, ReadingContext context) => context.Words.Opties.GetValueOrDefault(Write(value))?.Titel ?? (value ? "Ja" : "Nee");
}

/// <summary>Check-your-answers: everything was read and is right.</summary>
public sealed record ControleKind : AnswerKind<bool>
{
    private static readonly string[] Ids = ["klopt"];

    public override Soort Soort => Soort.Controle;

    public override IReadOnlyList<string> Options => Ids;

    public override Reading Read(string text, ReadingContext context)
        => YesNoReader.Read(text, context.Knowledge.Lexicon) == YesNo.Yes ? new Reading.Accepted("klopt") : new Reading.Refused("fout.controle");

    public override string Write(bool value) => "klopt";

    public override bool TryParse(string canonical, out bool value) => value = canonical == "klopt";

    public override string Show(bool value, ReadingContext context) => OptionList.Title("klopt", context);
}
