using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The form as a letter, to send oneself.</summary>
public sealed class BriefPapier(Words words)
{
    public Papier Maak(Klachtformulier formulier)
        => formulier.Brief is { } own ? Papier(formulier, [.. Brieftekst.Blokken(own.Aangepast)]) : Opmaken(formulier);

    private Papier Papier(Klachtformulier formulier, IReadOnlyList<Blok> blokken)
        => new(words.Message($"brief.{formulier.Soort}.titel"), "nl-NL", formulier.Dagtekening, blokken);

    private Papier Opmaken(Klachtformulier formulier)
    {
        List<Blok> blokken =
        [
            new Blok.Regels([.. Sender(formulier.Klager)]),
            new Blok.Regels([.. Addressee(formulier)]),
            new Blok.Regels([DagInWoorden.Van(formulier.Dagtekening), words.Message("brief.ons_kenmerk", FormulierPapier.Values(("kenmerk", formulier.Kenmerk)))]),
            new Blok.Alinea(words.Message($"brief.{formulier.Soort}.aanhef")),
            new Blok.Alinea(Introduction(formulier)),
            .. FormulierPapier.EigenTaal(formulier, words),
            .. Who(formulier).Select(static sentence => new Blok.Alinea(sentence)),
            .. formulier.Klachten.SelectMany(klacht => Complaint(formulier, klacht)),
            .. formulier.InterneKlacht is { } intern ? History(intern) : [],
            .. Wishes(formulier),
            .. BriefZinnen.Verder(formulier, words).Select(static sentence => new Blok.Alinea(sentence)),
            new Blok.Alinea(words.Message("brief.groet")),
            new Blok.Regels([formulier.Ondertekening.Naam]),
        ];
        return Papier(formulier, blokken);
    }

    private static IEnumerable<string> Sender(Klager klager)
    {
        string?[] lines = [klager.Naam, .. klager.Adres.Split('\n'), klager.Email, klager.Telefoon];
        return lines.OfType<string>();
    }

    /// <summary>For whom the resident speaks, and which organisation did it.</summary>
    private IEnumerable<string> Who(Klachtformulier formulier)
    {
        if (formulier.Vertegenwoordiging is { Rol: not "zelf" } other)
        {
            yield return Say($"brief.zin.rol_{other.Rol}", ("betrokkene", other.Betrokkene ?? words.Message("brief.onbekend")));
        }

        if (formulier.Opname is { } taken)
        {
            yield return Say($"brief.zin.opname_{taken.Wijze}", ("rol", taken.Rol));
        }

        if (formulier is { Aan.Uitvoerder: { } organisation, Cc.Count: 0 })
        {
            yield return Say("brief.zin.uitvoerder", ("organisatie", organisation));
        }

        if (formulier.Klager.VeiligContact is { } safe)
        {
            yield return Say("brief.zin.veilig", ("veilig", safe));
        }
    }

    private IEnumerable<string> Addressee(Klachtformulier formulier)
    {
        if (formulier.Aan.Ombudsman is { } ombudsman)
        {
            yield return ombudsman.Naam;
            yield break;
        }

        var college = FormulierPapier.Values(("bestuursorgaan", formulier.Aan.Bestuursorgaan), ("gemeente", formulier.Aan.Gemeente ?? ""));
        if (formulier.Cc is [var uitvoerder, ..])
        {
            var key = uitvoerder.Rol == "samenwerking" ? "brief.aan_bestuur" : "brief.aan_organisatie";
            yield return words.Message(key, FormulierPapier.Values(("organisatie", uitvoerder.Organisatie)));
            yield return words.Message("brief.kopie_college", college);
            yield break;
        }

        yield return words.Message("brief.aan_bestuursorgaan", college);
        yield return words.Message("brief.van_gemeente", college);
        foreach (var line in formulier.Aan.Adres ?? [])
        {
            yield return line;
        }
    }

    /// <summary>Who it is about: the gemeente, or the organisation that did it for the gemeente.</summary>
    private string Introduction(Klachtformulier formulier)
    {
        var gemeente = formulier.Aan.Gemeente ?? words.Message("brief.mijn_gemeente");
        return formulier.Cc is [var uitvoerder, ..]
            ? Say("brief.klacht.inleiding_organisatie", ("organisatie", uitvoerder.Organisatie), ("gemeente", gemeente))
            : Say($"brief.{formulier.Soort}.inleiding", ("gemeente", gemeente));
    }

    private IEnumerable<Blok> Complaint(Klachtformulier formulier, KlachtOnderdeel klacht)
    {
        if (formulier.Klachten.Count > 1)
        {
            yield return new Blok.Kop(2, words.Message("brief.klacht_nummer", FormulierPapier.Values(("nummer", klacht.Id), ("titel", klacht.Titel))));
        }

        yield return new Blok.Citaat(klacht.Omschrijving) { Taal = FormulierPapier.Taal(formulier) };
        foreach (var sentence in Sentences(klacht))
        {
            yield return new Blok.Alinea(sentence);
        }
    }

    private IEnumerable<string> Sentences(KlachtOnderdeel klacht)
    {
        if (klacht.Toezegging is { } promise)
        {
            foreach (var sentence in Promise(promise))
            {
                yield return sentence;
            }
        }
        else if (klacht.Wanneer is { Precisie: not "onbekend" } when)
        {
            yield return Say("brief.zin.wanneer", ("wanneer", when.Tekst));
        }

        if (klacht is { Wie: { } person, Toezegging: null })
        {
            yield return Say("brief.zin.wie_deed", ("wie", person));
        }

        if (klacht.Waar is { } place)
        {
            yield return Say("brief.zin.waar", ("waar", place));
        }

        if (klacht.LooptNog == true)
        {
            yield return words.Message("brief.zin.loopt_nog");
        }

        foreach (var sentence in klacht.Privacy is { } privacy ? Privacy(privacy) : [])
        {
            yield return sentence;
        }

        if (klacht is { Gevolg: { } harm, Toezegging: null })
        {
            yield return Say("brief.zin.gevolg", ("gevolg", harm));
        }

        if (klacht.Gronden is { } grounds)
        {
            yield return Say("brief.zin.gronden", ("gronden", grounds));
        }
    }

    private IEnumerable<string> Privacy(PrivacyDeel privacy)
    {
        if (privacy.Soorten.Count > 0)
        {
            yield return Say("brief.zin.privacy", ("soorten", string.Join("; ", privacy.Soorten.Select(static kind => kind.Naam))));
        }

        if (privacy.Ontvanger is { } receiver)
        {
            yield return Say("brief.zin.ontvanger", ("wie", receiver));
        }

        if (privacy.VoorafVerteld == false)
        {
            yield return words.Message("brief.zin.niet_verteld");
        }

        if (privacy.ZelfGevraagd == false)
        {
            yield return words.Message("brief.zin.niet_zelf_gevraagd");
        }

        if (privacy.VerzoekAntwoord is { } answer)
        {
            yield return Say("brief.zin.verzoek_antwoord", ("verzoek", string.Join(", ", privacy.Verzoek)), ("antwoord", answer));
        }
    }

    private IEnumerable<string> Promise(ToezeggingDeel promise)
    {
        if (promise.Inhoud is { } content)
        {
            yield return Say("brief.zin.belofte", ("inhoud", content));
        }

        if (promise.Door is { } who)
        {
            yield return Say("brief.zin.wie", ("wie", who));
        }

        if (promise.Wanneer is { Precisie: not "onbekend" } made)
        {
            yield return Say("brief.zin.belofte_wanneer", ("wanneer", made.Tekst));
        }

        if (promise.Breuk is { } broken)
        {
            yield return Say("brief.zin.breuk", ("breuk", broken));
        }

        if (promise.BreukWanneer is { Precisie: not "onbekend" } day)
        {
            yield return Say("brief.zin.breuk_wanneer", ("wanneer", day.Tekst));
        }

        if (promise.Reden is { } reason)
        {
            yield return Say("brief.zin.reden", ("reden", reason));
        }

        if (promise.Nadeel is { } harm)
        {
            yield return Say("brief.zin.gevolg", ("gevolg", harm));
        }
    }

    private IEnumerable<Blok> History(InterneKlacht intern)
    {
        var when = intern.Datum.Precisie == "onbekend" ? words.Message("brief.dag_onbekend") : intern.Datum.Tekst;
        yield return new Blok.Alinea(Say($"brief.geklaagd.{intern.Wijze}", ("wanneer", when)));
        yield return new Blok.Alinea(Outcome(intern));
        if (intern.Antwoord is { } answer)
        {
            yield return new Blok.Alinea(Say("brief.zin.antwoord", ("antwoord", answer)));
        }

        if (intern.NietEensOmdat is { } disagree)
        {
            yield return new Blok.Alinea(Say("brief.zin.oneens", ("oneens", disagree)));
        }
    }

    /// <summary>What came of it, in what manner and when, as far as it was told.</summary>
    private string Outcome(InterneKlacht intern)
    {
        var key = $"brief.geklaagd_stand.{intern.AntwoordWijze ?? intern.Status}";
        return intern.AntwoordDatum is { Precisie: not "onbekend" } day ? Say($"{key}_datum", ("wanneer", day.Tekst)) : words.Message(key);
    }

    private IEnumerable<Blok> Wishes(Klachtformulier formulier)
    {
        if (formulier.Wensen.Teksten.Count > 0)
        {
            yield return new Blok.Alinea(words.Message("brief.zin.wensen"));
            yield return new Blok.Lijst(formulier.Wensen.Teksten);
        }

        if (formulier.Wensen.Toelichting is { } more)
        {
            yield return new Blok.Alinea(Say("brief.zin.toelichting", ("toelichting", more)));
        }

        if (formulier.Wensen.Doorslag is { } reason)
        {
            yield return new Blok.Alinea(Say("brief.zin.doorslag", ("doorslag", reason)));
        }
    }

    private string Say(string key, params (string Name, string Value)[] values) => words.Message(key, FormulierPapier.Values(values));
}
