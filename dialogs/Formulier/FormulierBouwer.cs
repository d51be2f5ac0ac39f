using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>Builds the form from the answers on the path. Nothing is made up: what was not said is absent.</summary>
public static class FormulierBouwer
{
    private const int LongestTitle = 80;

    /// <returns>null when the conversation has not reached an end that has a form.</returns>
    public static Klachtformulier? Bouw(Bron bron)
    {
        var answers = bron.Position.Answers;
        if (bron.Position.Outcome?.Form is not { } soort || !answers.TryGet(ControleDialog.Ondertekening, out var signed)
            || !answers.TryGet(GegevensDialog.Naam, out var naam) || !answers.TryGet(GegevensDialog.Adres, out var adres))
        {
            return null;
        }

        var moment = bron.Memory.Moments[ControleDialog.Ondertekening.Id];
        var formulier = new Klachtformulier
        {
            Soort = soort,
            Kenmerk = bron.Kenmerk,
            TalenEigenWoorden = bron.Talen is ["nl"] or [] ? null : bron.Talen,
            Aan = Addressee(bron, answers, soort),
            Cc = Copies(bron, answers, soort),
            Klager = Complainant(bron, answers, naam, adres),
            Vertegenwoordiging = Representation(answers),
            Dagtekening = Amsterdam.Day(moment),
            Klachten = [.. answers.Rounds(KlachtDialog.Klacht).Select(round => Part(bron, round))],
            Wensen = Wishes(bron, answers),
            Horen = Hearing(bron, answers),
            Samenhang = Context(answers),
            InterneKlacht = answers.Yes(InterneBehandelingDialog.Geklaagd) ? InterneKlachtBouwer.Bouw(answers) : null,
            WaaromNu = answers.Text(ControleDialog.WaaromNu),
            Ondertekening = new Ondertekening(signed, Akkoord: true, moment),
            Opname = bron.Memory.Opname,
        };
        return formulier with { Brief = Brief(bron, answers, formulier) };
    }

    /// <summary>The text changed by hand; it holds no longer once another answer changed after it.</summary>
    private static EigenBrief? Brief(Bron bron, Answers answers, Klachtformulier formulier)
    {
        if (bron.Memory.Latest != ControleDialog.Brief.Id || answers.Text(ControleDialog.Brief) is not { } own)
        {
            return null;
        }

        var made = Brieftekst.Tekst(Brieftekst.Delen(new BriefPapier(bron.Words).Maak(formulier)));
        return made == own ? null : new EigenBrief(made, own);
    }

    private static Geadresseerde Addressee(Bron bron, Answers answers, string soort)
    {
        var code = answers.Text(VerhaalDialog.Gemeente);
        var gemeente = bron.Show(answers, VerhaalDialog.Gemeente) ?? answers.Text(VerhaalDialog.Plaats);
        var organisatie = answers.Text(VerhaalDialog.Organisatie);
        return new Geadresseerde(bron.Words.Message("brief.bestuursorgaan"), gemeente, code)
        {
            Ombudsman = soort == "verzoekschrift" ? Ombudsman(bron, code, organisatie) : null,
            Uitvoerder = organisatie,
            Adres = soort == "klacht" && bron.Knowledge.InstellingVan(code, bron.Today) is { Adres.Count: > 0 } eigen ? eigen.Adres : null,
        };
    }

    private static OmbudsmanKeuze Ombudsman(Bron bron, string? code, string? organisatie)
    {
        var found = bron.Knowledge.OmbudsmanVan(code, organisatie, bron.Today);
        return new OmbudsmanKeuze(found.Ombudsman.Id, found.Ombudsman.Voluit.Length > 0 ? found.Ombudsman.Voluit : found.Ombudsman.Naam, found.Zekerheid.ToString().ToLowerInvariant(), found.Bron)
        {
            Voorbehoud = found.Voorbehoud.Length > 0 ? found.Voorbehoud : null,
        };
    }

    private static IReadOnlyList<Afschrift> Copies(Bron bron, Answers answers, string soort)
        => soort == "klacht" && answers.Text(VerhaalDialog.Organisatie) is { } organisatie
            ? [new Afschrift(organisatie, answers.Text(VerhaalDialog.Uitvoerder) ?? "")]
            : [];

    private static Klager Complainant(Bron bron, Answers answers, string naam, string adres) => new(naam, adres)
    {
        Email = answers.Text(GegevensDialog.Email),
        Telefoon = answers.Text(GegevensDialog.Telefoon),
        VeiligContact = answers.Text(GegevensDialog.Veilig) is { } safe and not "alles_goed" ? bron.OnForm(GegevensDialog.Veilig, safe) : null,
        KenmerkGemeente = answers.Text(GegevensDialog.Kenmerk),
    };

    private static Vertegenwoordiging Representation(Answers answers) => new(answers.Text(VerhaalDialog.Rol) switch
    {
        "kind" => "ouder",
        "ander" => "gemachtigde",
        var role => role ?? "zelf",
    })
    {
        Betrokkene = answers.Text(VerhaalDialog.Betrokkene),
        Machtiging = YesNo(answers, VerhaalDialog.Machtiging),
    };

    private static KlachtOnderdeel Part(Bron bron, Answers round)
    {
        var story = (round.Round == 1 ? round.Text(VerhaalDialog.Verhaal) : round.Text(KlachtDialog.Omschrijving)) ?? "";
        var soort = round.Text(KlachtDialog.Soort) switch
        {
            null or "anders" => round.Text(KlachtDialog.SoortAnders) ?? "overig",
            var chosen => chosen,
        };
        return new KlachtOnderdeel(round.Round.ToString(System.Globalization.CultureInfo.InvariantCulture), Title(story), soort, story)
        {
            Wanneer = Date(round, soort == "toezegging" ? ToezeggingDialog.BreukWanneer : soort == "privacy" ? PrivacyDialog.Wanneer : KlachtDialog.Wanneer),
            LooptNog = YesNo(round, KlachtDialog.LooptNog) ?? YesNo(round, PrivacyDialog.LooptNog),
            Waar = round.Text(KlachtDialog.Waar),
            Wie = round.Text(KlachtDialog.Wie) ?? round.Text(PrivacyDialog.Wie) ?? round.Text(ToezeggingDialog.Wie),
            Toezegging = soort == "toezegging" ? KlachtDelen.Toezegging(bron, round) : null,
            Privacy = soort == "privacy" ? KlachtDelen.Privacy(bron, round) : null,
            Gevolg = round.Text(KlachtDialog.Gevolg) ?? round.Text(PrivacyDialog.Gevolg) ?? round.Text(ToezeggingDialog.Nadeel),
            Gronden = round.Text(KlachtDialog.Gronden),
        };
    }

    /// <summary>The first sentence of the story, cut at a word.</summary>
    private static string Title(string story)
    {
        var line = story.ReplaceLineEndings(" ").Trim();
        var end = line.IndexOfAny(['.', '?', '!', ';']);
        var sentence = end > 8 ? line[..end] : line;
        if (sentence.Length <= LongestTitle)
        {
            return sentence;
        }

        var cut = sentence.LastIndexOf(' ', LongestTitle - 2);
        return sentence[..(cut > 20 ? cut : LongestTitle - 1)] + "…";
    }

    private static WensenDeel Wishes(Bron bron, Answers answers) => new(answers.All(WensenDialog.Wens), bron.ShowAll(answers, WensenDialog.Wens))
    {
        Toelichting = answers.Text(WensenDialog.Toelichting),
        Schade = answers.TryGet(WensenDialog.Schade, out var amount) ? amount : null,
        Doorslag = answers.Text(WensenDialog.Doorslag),
    };

    private static HorenDeel Hearing(Bron bron, Answers answers) => new()
    {
        Gesprek = YesNo(answers, WensenDialog.Horen),
        EerstInformeel = YesNo(answers, WensenDialog.EerstGesprek),
        Hulp = [.. answers.All(WensenDialog.Hulp).Where(static id => id != "geen").Select(id => bron.OnForm(WensenDialog.Hulp, id))],
    };

    private static Samenhang Context(Answers answers) => new()
    {
        Besluit = YesNo(answers, BesluitDialog.Besluit),
        BesluitDatum = answers.Yes(BesluitDialog.Besluit) ? Date(answers, BesluitDialog.Datum) : null,
        Procedure = answers.Text(BesluitDialog.Procedure),
        SchadeApart = answers.All(WensenDialog.Wens).Contains("geld"),
    };

    internal static bool? YesNo(Answers answers, Question<bool> question) => answers.TryGet(question, out var yes) ? yes : null;

    internal static Datum Date(Answers answers, Question<Wanneer> question) => answers.TryGet(question, out var when)
        ? new Datum(when.Dag, when.Precisie, WanneerInWoorden.Van(when)) { Van = when.Van, Tot = when.LaatsteDag }
        : new Datum(null, "onbekend", "onbekend");
}
