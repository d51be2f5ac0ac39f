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

    public override Reading Read(string text, ReadingContext context) => (YesNoReader.Read(text, context.Knowledge.Lexicon), Named(text, context)) switch
    {
        (YesNo.Yes, not "nee") => new Reading.Accepted("ja"),
        (YesNo.No, not "ja") => new Reading.Accepted("nee"),
        (YesNo.Unknown, null) => new Reading.Unknown(),
        (YesNo.None, { } named) => new Reading.Accepted(named) { Echo = true },
        _ => new Reading.Refused(string.IsNullOrWhiteSpace(text) ? "fout.leeg" : "fout.ja_nee"),
    };

    /// <summary>The answer that the words of this very question stand for, such as "het is gestopt"; null when they name none, or both.</summary>
    private static string? Named(string text, ReadingContext context)
    {
        if (context.Words.Opties.Count == 0)
        {
            return null;
        }

        IReadOnlyList<ChoiceOption> options = [.. Ids.Where(context.Words.Opties.ContainsKey).Select(id => context.Words.Opties[id].Said(id))];
        return ChoiceReader.ReadNamed(text, options, context.Knowledge.Lexicon);
    }

    public override string Write(bool value) => value ? "ja" : "nee";

    public override bool TryParse(string canonical, out bool value)
    {
        value = canonical == "ja";
        return canonical is "ja" or "nee";
    }

    public override string Show(bool value, ReadingContext context) => context.Words.Opties.GetValueOrDefault(Write(value))?.Titel
        ?? context.Taal?.Message(value ? "antwoord.ja" : "antwoord.nee") ?? (value ? "Ja" : "Nee");
}

/// <summary>Check-your-answers: everything was read and is right. Only a bare yes counts; "ja, maar mijn adres is oud" signs nothing.</summary>
public sealed record ControleKind : AnswerKind<bool>
{
    private static readonly string[] Ids = ["klopt"];

    public override Soort Soort => Soort.Controle;

    public override IReadOnlyList<string> Options => Ids;

    public override Reading Read(string text, ReadingContext context)
        => YesNoReader.ReadBare(text, context.Knowledge.Lexicon) == YesNo.Yes ? new Reading.Accepted("klopt") : new Reading.Refused("fout.controle");

    public override string Write(bool value) => "klopt";

    public override bool TryParse(string canonical, out bool value) => value = canonical == "klopt";

    public override string Show(bool value, ReadingContext context) => OptionList.Title("klopt", context);
}
