using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The form as a document: the same content as the JSON, for people.</summary>
public sealed class FormulierPapier(Words words)
{
    public Papier Maak(Klachtformulier formulier)
    {
        List<Blok> blokken =
        [
            new Blok.Kop(1, words.Message($"brief.{formulier.Soort}.titel")),
            Table([.. Parties(formulier)]),
            .. EigenTaal(formulier, words),
            .. formulier.Klachten.SelectMany(klacht => Complaint(formulier, klacht)),
            .. formulier.InterneKlacht is { } intern ? History(intern) : [],
            .. Wishes(formulier),
            .. Own(formulier),
            .. Closing(formulier),
        ];
        return new Papier(words.Message($"brief.{formulier.Soort}.titel"), "nl-NL", formulier.Dagtekening, blokken)
        {
            Voettekst = words.Message("brief.voettekst", Values(("kenmerk", formulier.Kenmerk))),
        };
    }

    /// <summary>A line that says in which language the resident's own words are; nothing when that is Dutch.</summary>
    internal static IEnumerable<Blok> EigenTaal(Klachtformulier formulier, Words words) => formulier.TalenEigenWoorden is not { } talen ? []
        : [new Blok.Alinea(words.Message("brief.eigen_woorden", Values(("talen", string.Join(words.Message("brief.taal_en"), talen.Select(taal => words.Message($"brief.taal.{taal}")))))))];

    /// <summary>Language of a quotation, when there is only one it can be and that is not Dutch.</summary>
    internal static string? Taal(Klachtformulier formulier) => formulier.TalenEigenWoorden is [var one] ? one : null;

    private IEnumerable<Rij?> Parties(Klachtformulier formulier)
    {
        yield return Row("brief.aan", Addressee(formulier));
        yield return Row("brief.voorbehoud", formulier.Aan.Ombudsman?.Voorbehoud);
        yield return Row("brief.over", formulier.Aan.Ombudsman is null ? null : Gemeente(formulier));
        yield return Row("brief.uitvoerder", formulier.Aan.Uitvoerder);
        yield return Row("brief.kopie_aan", string.Join(", ", formulier.Cc.Select(static copy => copy.Organisatie)));
        yield return Row("brief.van", formulier.Klager.Naam);
        yield return Row("brief.adres", formulier.Klager.Adres);
        yield return Row(GegevensDialog.Email, formulier.Klager.Email);
        yield return Row(GegevensDialog.Telefoon, formulier.Klager.Telefoon);
        yield return Row(GegevensDialog.Veilig, formulier.Klager.VeiligContact);
        yield return Row(GegevensDialog.Kenmerk, formulier.Klager.KenmerkGemeente);
        yield return Row("brief.namens", formulier.Vertegenwoordiging.Rol == "zelf" ? null : words.Message($"brief.rol.{formulier.Vertegenwoordiging.Rol}"));
        yield return Row(VerhaalDialog.Betrokkene, formulier.Vertegenwoordiging.Betrokkene);
        yield return Row(VerhaalDialog.Machtiging, YesNo(formulier.Vertegenwoordiging.Machtiging));
        yield return Row("brief.opname", formulier.Opname is { } taken ? words.Message($"brief.opname_{taken.Wijze}", Values(("rol", taken.Rol))) : null);
        yield return Row("brief.datum", DagInWoorden.Van(formulier.Dagtekening));
    }

    private string Addressee(Klachtformulier formulier) => formulier.Aan.Ombudsman is { } ombudsman
        ? ombudsman.Naam
        : formulier.Aan.Gemeente is { } gemeente
            ? words.Message("brief.aan_gemeente", Values(("bestuursorgaan", formulier.Aan.Bestuursorgaan), ("gemeente", gemeente)))
            : words.Message("brief.aan_onbekend", Values(("bestuursorgaan", formulier.Aan.Bestuursorgaan)));

    private string Gemeente(Klachtformulier formulier) => formulier.Aan.Gemeente ?? words.Message("brief.onbekend");

    private IEnumerable<Blok> Complaint(Klachtformulier formulier, KlachtOnderdeel klacht)
    {
        var several = formulier.Klachten.Count > 1;
        yield return new Blok.Kop(2, words.Message(several ? "brief.klacht_nummer" : "brief.klacht_een", Values(("nummer", klacht.Id), ("titel", klacht.Titel))));
        yield return new Blok.Kop(3, words.Message("brief.wat_gebeurde"));
        yield return new Blok.Citaat(klacht.Omschrijving) { Taal = Taal(formulier) };
        yield return Table([
            Row(KlachtDialog.Soort, words.Message($"brief.soort.{klacht.Soort}")),
            .. klacht.Toezegging is null ? [Row(KlachtDialog.Wanneer, When(klacht.Wanneer)), Row(KlachtDialog.Wie, klacht.Wie)] : Array.Empty<Rij?>(),
            Row(KlachtDialog.LooptNog, YesNo(klacht.LooptNog)),
            Row(KlachtDialog.Waar, klacht.Waar),
            .. klacht.Toezegging is { } promise ? Promise(promise) : [],
            .. klacht.Privacy is { } privacy ? Privacy(privacy) : [],
            Row(KlachtDialog.Gevolg, klacht.Toezegging is null ? klacht.Gevolg : null),
            Row(KlachtDialog.Gronden, klacht.Gronden),
        ]);
    }

    private IEnumerable<Rij?> Promise(ToezeggingDeel promise)
    {
        yield return Row("brief.soort_belofte", List(promise.Soorten.Select(static kind => kind.Naam)));
        yield return Row(ToezeggingDialog.Inhoud, promise.Inhoud);
        yield return Row(ToezeggingDialog.Wie, promise.Door);
        yield return Row(ToezeggingDialog.Functie, promise.Functie);
        yield return Row(ToezeggingDialog.Wanneer, When(promise.Wanneer));
        yield return Row(ToezeggingDialog.Kanaal, List(promise.Kanaal));
        yield return Row(ToezeggingDialog.Bewijs, List(promise.Bewijs));
        yield return Row(ToezeggingDialog.Getuige, YesNo(promise.Getuige));
        yield return Row(ToezeggingDialog.Concreet, YesNo(promise.Duidelijk));
        yield return Row(ToezeggingDialog.Bedrag, promise.Bedrag is { } amount ? BedragKind.InWoorden(amount) : null);
        yield return Row(ToezeggingDialog.Voorwaarden, promise.Voorwaarden);
        yield return Row(ToezeggingDialog.Voldaan, YesNo(promise.Voldaan));
        yield return Row(ToezeggingDialog.Bevestigd, promise.Vervolg);
        yield return Row(ToezeggingDialog.AndereMedewerker, YesNo(promise.AndereMedewerker));
        yield return Row(ToezeggingDialog.Breuk, promise.Breuk);
        yield return Row(ToezeggingDialog.BreukWanneer, When(promise.BreukWanneer));
        yield return Row(ToezeggingDialog.Reden, promise.Reden);
        yield return Row(ToezeggingDialog.Vertrouwd, promise.GehandeldOmdat);
        yield return Row(ToezeggingDialog.Nadeel, promise.Nadeel);
    }

    private IEnumerable<Rij?> Privacy(PrivacyDeel privacy)
    {
        yield return Row("brief.soort_privacy", List(privacy.Soorten.Select(static kind => kind.Naam)));
        yield return Row(PrivacyDialog.Gegevens, List(privacy.Gegevens));
        yield return Row(PrivacyDialog.VanWie, privacy.VanWie);
        yield return Row(PrivacyDialog.Ontvanger, privacy.Ontvanger);
        yield return Row(PrivacyDialog.Ontdekt, privacy.Ontdekt);
        yield return Row(PrivacyDialog.Verteld, YesNo(privacy.VoorafVerteld));
        yield return Row(PrivacyDialog.ZelfGevraagd, YesNo(privacy.ZelfGevraagd));
        yield return Row(PrivacyDialog.Doel, privacy.Doel);
        yield return Row(PrivacyDialog.Vrij, YesNo(privacy.VrijOmNeeTeZeggen));
        yield return Row(PrivacyDialog.Verzoek, List(privacy.Verzoek));
        yield return Row(PrivacyDialog.VerzoekWanneer, privacy.VerzoekWanneer is { } asked ? When(asked) : null);
        yield return Row(PrivacyDialog.VerzoekAntwoord, privacy.VerzoekAntwoord);
    }

    private IEnumerable<Blok> History(InterneKlacht intern)
    {
        yield return new Blok.Kop(2, words.Message("brief.eerder"));
        yield return Table([
            Row(InterneBehandelingDialog.Wijze, Option(InterneBehandelingDialog.Wijze, intern.Wijze)),
            Row(InterneBehandelingDialog.Datum, When(intern.Datum)),
            Row(InterneBehandelingDialog.Ontvangst, intern.Ontvangst is { } received ? When(received) : null),
            Row(InterneBehandelingDialog.Commissie, YesNo(intern.Commissie)),
            Row(InterneBehandelingDialog.Verdaagd, YesNo(intern.Verdaagd)),
            Row("brief.stand", words.Message($"brief.stand.{intern.Status}")),
            Row(InterneBehandelingDialog.Antwoord, intern.AntwoordWijze is { } manner ? Option(InterneBehandelingDialog.Antwoord, manner) : null),
            Row(InterneBehandelingDialog.AntwoordDatum, intern.AntwoordDatum is { } answered ? When(answered) : null),
            Row(InterneBehandelingDialog.AntwoordInhoud, intern.Antwoord),
            Row(InterneBehandelingDialog.Oneens, intern.NietEensOmdat),
        ]);
    }

    private IEnumerable<Blok> Wishes(Klachtformulier formulier)
    {
        var wishes = formulier.Wensen;
        if (wishes.Teksten.Count == 0 && wishes.Toelichting is null && wishes.Doorslag is null)
        {
            yield break;
        }

        yield return new Blok.Kop(2, words.Message("brief.wensen"));
        if (wishes.Teksten.Count > 0)
        {
            yield return new Blok.Lijst(wishes.Teksten);
        }

        if (wishes.Toelichting is { } more)
        {
            yield return new Blok.Citaat(more);
        }

        if (Rows([Row(WensenDialog.Schade, wishes.Schade is { } amount ? BedragKind.InWoorden(amount) : null), Row(WensenDialog.Doorslag, wishes.Doorslag)]) is { Count: > 0 } rows)
        {
            yield return new Blok.Tabel(words.Message("brief.kolom_vraag"), words.Message("brief.kolom_antwoord"), rows);
        }
    }

    /// <summary>The letter as the resident changed it, told as such: what the answers say stands above it.</summary>
    private IEnumerable<Blok> Own(Klachtformulier formulier) => formulier.Brief is not { } own ? [] :
    [
        new Blok.Kop(2, words.Message("brief.eigen_brief")),
        new Blok.Alinea(words.Message("brief.eigen_brief_uitleg")),
        .. Brieftekst.Blokken(own.Aangepast),
    ];

    private IEnumerable<Blok> Closing(Klachtformulier formulier)
    {
        yield return new Blok.Kop(2, words.Message("brief.verder"));
        foreach (var sentence in BriefZinnen.Verder(formulier, words))
        {
            yield return new Blok.Alinea(sentence);
        }

        yield return new Blok.Alinea(words.Message("brief.gegevensbestand"));
        yield return new Blok.Kop(2, words.Message("brief.ondertekening"));
        yield return new Blok.Regels([formulier.Ondertekening.Naam, DagInWoorden.Van(formulier.Dagtekening), words.Message("brief.getypt_ondertekend")]);
    }

    private Blok.Tabel Table(params IEnumerable<Rij?> rows) => new(words.Message("brief.kolom_vraag"), words.Message("brief.kolom_antwoord"), Rows(rows));

    private static List<Rij> Rows(IEnumerable<Rij?> rows) => [.. rows.OfType<Rij>()];

    private Rij? Row(Question question, string? value) => string.IsNullOrEmpty(value) ? null : new Rij(words.Question(question.Id).Kort, value);

    private Rij? Row(string key, string? value) => string.IsNullOrEmpty(value) ? null : new Rij(words.Message(key), value);

    private string? YesNo(bool? value) => value is { } yes ? words.Message(yes ? "antwoord.ja" : "antwoord.nee") : null;

    private static string? When(Datum datum) => datum.Precisie == "onbekend" ? null : datum.Tekst;

    private string Option(Question question, string id) => words.Question(question.Id).Opties.GetValueOrDefault(id) is { } option
        ? option.OpFormulier.Length > 0 ? option.OpFormulier : option.Titel
        : id;

    private static string List(IEnumerable<string> values) => string.Join("; ", values);

    internal static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(static pair => pair.Name, static pair => pair.Value);
}
