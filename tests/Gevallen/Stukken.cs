using System.Globalization;
using System.Text;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Formulier.Brieven;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Tests.Gevallen;

/// <summary>All that a case puts on paper, as one text that a person can read: the ways that are open, the form, the letters, the calendar and the JSON.</summary>
internal static class Stukken
{
    public static string Van(Gevalspel spel, Klachthulp klachthulp)
    {
        var text = new StringBuilder();
        var (bron, stand, words) = (spel.Bron(klachthulp), spel.Stand(klachthulp), klachthulp.Catalogue.In("nl"));
        Part(text, "Einde", Einde(spel));
        if (FormulierBouwer.Bouw(bron) is { } form)
        {
            Part(text, "Formulier", Paper(new FormulierPapier(words).Maak(form)));
            Part(text, "Brief", Paper(new BriefPapier(words).Maak(form)));
        }

        var letters = new BriefBouwer(klachthulp.Regels);
        foreach (var brief in stand.Brieven)
        {
            Part(text, Documenten.Naam(brief), Paper(letters.Maak(brief, bron, stand)));
        }

        var vereisten = Vereistenkeuze.Van(bron.Position.Answers, klachthulp.Knowledge);
        if (vereisten.Count > 0)
        {
            Part(text, Documenten.Denkhulp, Paper(new DenkhulpPapier(words.For(VerhaalDialog.Jongere(bron.Position.Answers))).Maak(vereisten, bron.Today)));
        }

        foreach (var file in spel.Documents.Where(static file => file.Soort is Documenten.Kalender or Documenten.Json))
        {
            Part(text, file.Naam, Encoding.UTF8.GetString(file.Inhoud()).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static void Part(StringBuilder text, string name, string content) => text.Append("=== ").Append(name).Append('\n').Append(content.TrimEnd()).Append("\n\n");

    private static string Paper(Papier paper) => $"[{paper.Titel}, {paper.Taal}, {paper.Dagtekening:yyyy-MM-dd}]\n\n" + BriefTekst.Write(paper);

    private static string Einde(Gevalspel spel)
    {
        var einde = spel.Einde!; // not null: every case ends
        var routes = einde.Routes.Select(static route
            => $"{route.Code} {route.Uiterlijk?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {route.Naam}: {route.Uitleg}");
        var links = einde.Documenten.Select(static link => $"{link.Naam} ({link.Soort}): {link.Titel}");
        return string.Join('\n', [einde.Formulier, einde.Titel, einde.Uitleg, .. routes, .. links]);
    }
}
