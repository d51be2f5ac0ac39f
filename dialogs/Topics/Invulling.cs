using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The values of the placeholders in messages, as far as the answers tell them.</summary>
public static class Invulling
{
    /// <summary>Every placeholder a message may use.</summary>
    public static IReadOnlyList<string> Namen { get; } = ["gemeente", "ombudsman", "organisatie", "bezwaar_datum", "beslis_datum", "termijn_datum", "ombudsman_datum", "kinderombudsman", "telefoon"];

    /// <param name="words">Language in which days are written.</param>
    public static IReadOnlyDictionary<string, string> Van(Answers answers, Regels regels, Knowledge knowledge, DateOnly today, Words words)
    {
        var code = answers.Text(VerhaalDialog.Gemeente);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Put(values, "gemeente", code is null ? answers.Text(VerhaalDialog.Plaats) : knowledge.Gemeentenaam(code));
        Put(values, "ombudsman", knowledge.OmbudsmanVan(code, answers.Text(VerhaalDialog.Organisatie), today).Ombudsman.Naam);
        Put(values, "organisatie", answers.Text(VerhaalDialog.Organisatie));
        Put(values, "bezwaar_datum", Day(regels.Bezwaar(answers), today, words));
        Put(values, "beslis_datum", Day(regels.Beslissing(answers), today, words));
        Put(values, "termijn_datum", Day(regels.BehandelingVan(answers, today), today, words));
        Put(values, "ombudsman_datum", Day(regels.NaAntwoord(answers) ?? regels.ZonderAntwoord(answers, today), today, words));
        Put(values, "kinderombudsman", Kinderombudsman(code, knowledge, today));
        Put(values, "telefoon", knowledge.InstellingVan(code, today)?.Telefoon);
        return values;
    }

    private static string Kinderombudsman(string? code, Knowledge knowledge, DateOnly today)
        => knowledge.Ombudsmannen.VoorKinderen(Gemeentecode.TryParse(code ?? "", out var parsed) ? parsed : null, today).Naam;

    /// <summary>The day of a term, unless it is a last day of the resident that has passed or may have; two days where it is not settled which of them it is.</summary>
    private static string? Day(Termijn? termijn, DateOnly today, Words words)
        => termijn is null || (termijn.Partij == Partij.Inwoner && termijn.StandOp(today) != Stand.Loopt) ? null
            : termijn.TweeDagen ? Taalwoorden.Een(termijn.Nominaal, termijn.Uiterlijk, words) : Taalwoorden.Dag(termijn.TeTonen(today), words);

    private static void Put(Dictionary<string, string> values, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            values[name] = value;
        }
    }
}
