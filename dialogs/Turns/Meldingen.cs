using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>Every message key the code itself uses; the check at start-up asks for words for each.</summary>
public static class Meldingen
{
    /// <summary>Kinds of danger that can be recognised.</summary>
    public static IReadOnlyList<string> Gevaren { get; } = ["zelfdoding", "kind", "geweld", "geweld_door_mij", "dakloos"];

    /// <summary>The key of a kind of danger.</summary>
    public static string Gevaar(CrisisKind kind) => kind switch
    {
        CrisisKind.Zelfdoding => "zelfdoding",
        CrisisKind.KindInGevaar => "kind",
        CrisisKind.Geweld => "geweld",
        CrisisKind.GeweldDoorMij => "geweld_door_mij",
        CrisisKind.Dakloos => "dakloos",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static IReadOnlyList<string> Alle { get; } =
    [
        "begin.welkom", "begin.welkom_kiosk", "begin.privacy", "begin.terug", "crisis.herinnering", "bsn.weggehaald",
        "einde.al_klaar", "einde.al_verstuurd", "terug.begin", "ongedaan.niets", "ongedaan.gedaan",
        "wijzig.wat", "wijzig.vervalt", "wijzig.gedaan", "wijzig.niet_gedaan",
        "bevestig.wis", "bevestig.opnieuw", "bevestig.wijzig", "bevestig.niet_gedaan", "opnieuw.gedaan", "wis.gedaan", "taal.gekozen",
        "mens.contact", "stop.bewaard", "stop.bewaard_kiosk", "antwoorden.bewaard", "antwoorden.bewaard_kiosk", "help.opdrachten", "overzicht.leeg", "antwoord.onbekend", "antwoord.overgeslagen", "antwoord.ja", "antwoord.nee", "echo.gelezen", "echo.gekozen",
        "fout.leeg", "fout.ja_nee", "fout.keuze", "fout.meerkeuze", "fout.datum", "fout.datum_toekomst", "fout.datum_te_vroeg", "fout.bedrag",
        "fout.tekst_kort", "fout.tekst_lang", "fout.naam", "fout.adres", "fout.email", "fout.telefoon", "fout.gemeente", "fout.controle",
        "fout.verplicht", "fout.drie_keer", "fout.drie_keer_verplicht", "fout.meer_mogelijk", "fout.te_lang", "fout.te_veel_beurten", "fout.technisch",
        "knop.ja", "knop.nee", "knop.weet_niet", "knop.sla_over", "knop.klopt", "knop.wijzig_toch", "knop.laat_zo",
        "document.formulier_pdf", "document.formulier_json", "document.brief_txt", "ontvangstbewijs.tekst",
        .. Gevaren.Select(static gevaar => $"crisis.{gevaar}"),
    ];
}
