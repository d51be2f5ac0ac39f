using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The last screen: what comes out, which ways are open, and the documents.</summary>
public sealed class Uitkomstscherm(Regels regels, Knowledge knowledge)
{
    private static readonly (string Outcome, string Placeholder)[] Dated = [(Uitkomsten.Bezwaar, "bezwaar_datum"), (Uitkomsten.Wachten, "termijn_datum")];

    public Uitkomst Maak(Turn turn, Moment moment, Words words)
    {
        var outcome = turn.Position.Outcome ?? throw new InvalidOperationException("There is no last screen before the end.");
        var values = Invulling.Van(turn.Position.Answers, regels, knowledge, moment.Today);
        return new Uitkomst(
            outcome.Form ?? outcome.Id,
            words.Message($"uitkomst.{outcome.Id}.titel", values),
            words.Message(Explanation(outcome.Id, turn, values, words), values),
            Routes(turn, moment),
            outcome.Form is null ? [] : Documenten.Links(turn, words));
    }

    /// <summary>Every open way, most urgent first; a client shows a few at once and the rest on request.</summary>
    private IReadOnlyList<Routeadvies> Routes(Turn turn, Moment moment)
        => [.. knowledge.Routewijzer.Bepaal(FeitenLezer.Lees(turn.Position.Answers, knowledge, moment.Today), moment.Today).Open
            .Select(route => new Routeadvies(route.Code, route.Naam, $"{route.Uitleg} {route.Voorbehoud}".Trim(), route.Termijn?.TeTonen(moment.Today)))];

    /// <summary>Some ends say more when a day is known, or when the form was sent.</summary>
    private static string Explanation(string outcome, Turn turn, IReadOnlyDictionary<string, string> values, Words words)
    {
        var suffix = Dated.Any(pair => pair.Outcome == outcome && values.ContainsKey(pair.Placeholder)) ? "_met_datum"
            : turn.Position.Answers.Text(ControleDialog.Versturen) == ControleDialog.Versturen.Closes ? "_verstuurd" : "";
        var key = $"uitkomst.{outcome}.uitleg{suffix}";
        return suffix.Length > 0 && words.Has(key) ? key : $"uitkomst.{outcome}.uitleg";
    }
}
