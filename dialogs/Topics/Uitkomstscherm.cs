using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The last screen: what comes out, which ways are open, and the documents.</summary>
public sealed class Uitkomstscherm(Regels regels, Knowledge knowledge)
{
    private const string Ombudsmanroute = "R08";

    private static readonly (string Outcome, string Placeholder)[] Dated = [(Uitkomsten.Bezwaar, "bezwaar_datum"), (Uitkomsten.Wachten, "termijn_datum")];

    public Uitkomst Maak(Turn turn, Moment moment, Words words)
    {
        var outcome = turn.Position.Outcome ?? throw new InvalidOperationException("There is no last screen before the end.");
        var values = Invulling.Van(turn.Position.Answers, regels, knowledge, moment.Today, words);
        var stand = Eindstand.Van(turn.Position, turn.Log, knowledge.In(words.Language), moment.Today);
        return new Uitkomst(
            outcome.Form ?? outcome.Id,
            words.Message(Key(outcome.Id, "titel", turn, values, words), values),
            string.Join('\n', Explain(outcome, turn, stand, values, words)),
            Routes(stand, words),
            Documenten.Links(outcome.Form, turn, stand, knowledge, words));
    }

    /// <summary>What happens next, what is not needed and why, and where it can be handed in.</summary>
    private IEnumerable<string> Explain(Node.Outcome outcome, Turn turn, Eindstand stand, IReadOnlyDictionary<string, string> values, Words words) =>
    [
        words.Message(Key(outcome.Id, "uitleg", turn, values, words), values),
        .. outcome.Id == Uitkomsten.Klacht && turn.Position.Answers.Text(ControleDialog.Versturen) != ControleDialog.Versturen.Closes ? Kanalen(stand, words) : [],
        .. stand.Plan.NietNodig.Select(static route => route.Uitleg),
        .. stand.Plan.Meldingen,
        .. stand.Brieven.Count > 0 ? [words.Message("uitkomst.brieven")] : Array.Empty<string>(),
    ];

    /// <summary>The ways to hand it in that the gemeente itself named.</summary>
    private IEnumerable<string> Kanalen(Eindstand stand, Words words)
        => Kanalen(knowledge.InstellingVan(stand.Position.Answers.Text(VerhaalDialog.Gemeente), stand.Vandaag))
            .Select(kanaal => words.Message($"kanaal.{kanaal.Soort.ToString().ToLowerInvariant()}", new Dictionary<string, string> { ["adres"] = kanaal.Adres }));

    /// <summary>A letter can always go to the address, also where post is not named as a way.</summary>
    private static IEnumerable<Kanaal> Kanalen(Gemeenteinstelling? own) => own is null ? []
        : own.Adres.Count == 0 || own.Kanalen.Any(static kanaal => kanaal.Soort == Kanaalsoort.Post) ? own.Kanalen
        : own.Kanalen.Append(new Kanaal(Kanaalsoort.Post, string.Join(", ", own.Adres)));

    /// <summary>Every open way, most urgent first; a client shows a few at once and the rest on request.</summary>
    private IReadOnlyList<Routeadvies> Routes(Eindstand stand, Words words)
        => [.. stand.Plan.Open.Select(route => new Routeadvies(
            route.Code, route.Naam, string.Join(' ', Sentences(route, stand, words).Where(static sentence => sentence.Length > 0)), route.LaatsteDag(stand.Vandaag)))];

    private IEnumerable<string> Sentences(Route route, Eindstand stand, Words words)
    {
        var answers = stand.Position.Answers;
        return [route.Uitleg, route.Voorbehoud, route.Code == Ombudsmanroute ? Twijfel(knowledge.OmbudsmanVan(answers.Text(VerhaalDialog.Gemeente), answers.Text(VerhaalDialog.Organisatie), stand.Vandaag), stand.Vandaag, words) : ""];
    }

    /// <summary>That this may be another ombudsman; empty when it is certain.</summary>
    private string Twijfel(Ombudsmanadvies advies, DateOnly today, Words words)
        => advies.Voorbehoud.Length == 0 || words.Language == Catalogue.Dutch ? advies.Voorbehoud : words.Message("ombudsman.voorbehoud", new Dictionary<string, string>
        {
            ["ombudsman"] = advies.Ombudsman.Naam,
            ["telefoon"] = knowledge.Ombudsmannen.Landelijk(today).Telefoon,
        });

    /// <summary>Some ends say more when a day is known, when the form was sent, or when the letter is not for the gemeente itself.</summary>
    private static string Key(string outcome, string part, Turn turn, IReadOnlyDictionary<string, string> values, Words words)
    {
        var suffix = Dated.Any(pair => pair.Outcome == outcome && values.ContainsKey(pair.Placeholder)) ? "_met_datum"
            : turn.Position.Answers.Text(ControleDialog.Versturen) == ControleDialog.Versturen.Closes ? "_verstuurd"
            : values.ContainsKey("organisatie") ? "_elders" : "";
        var key = $"uitkomst.{outcome}.{part}{suffix}";
        return suffix.Length > 0 && words.Has(key) ? key : $"uitkomst.{outcome}.{part}";
    }
}
