using System.Globalization;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Which documents an end has, under names without personal data.</summary>
public static class Documenten
{
    public const string Pdf = "application/pdf";
    public const string Json = "application/json";
    public const string Tekst = "text/plain; charset=utf-8";
    public const string Kalender = "text/calendar; charset=utf-8";

    /// <summary>Name of the calendar with the last days.</summary>
    public const string Agenda = "agenda.ics";

    /// <summary>Name of the sheet with the vereisten that may be at stake: a suggestion, never part of a letter.</summary>
    public const string Denkhulp = "denkhulp.pdf";

    /// <summary>Name of a letter besides the form.</summary>
    public static string Naam(Briefsoort brief) => $"{brief.Id}.pdf";

    /// <summary>The form first, then the letters, then what is only for the resident.</summary>
    /// <param name="form">Kind of form the end has; null for none.</param>
    public static IReadOnlyList<DocumentLink> Links(string? form, Turn turn, Eindstand stand, Knowledge knowledge, Words words) =>
    [
        .. form is null ? [] : Form(form, turn, words),
        .. stand.Brieven.Select(brief => new DocumentLink(Naam(brief), Pdf, Vertaling.Link(brief, words))),
        .. Vereistenkeuze.Van(turn.Position.Answers, knowledge).Count > 0 ? [new DocumentLink(Denkhulp, Pdf, words.Message("document.denkhulp"))] : Array.Empty<DocumentLink>(),
        .. stand.LaatsteDagen().Any() ? [new DocumentLink(Agenda, Kalender, words.Message("document.agenda"))] : Array.Empty<DocumentLink>(),
    ];

    private static IReadOnlyList<DocumentLink> Form(string form, Turn turn, Words words)
    {
        var name = $"{form}-{Amsterdam.Day(turn.Memory.Moments[ControleDialog.Ondertekening.Id]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return
        [
            new DocumentLink($"{name}.pdf", Pdf, words.Message("document.formulier_pdf")),
            new DocumentLink($"brief-{name}.txt", Tekst, words.Message("document.brief_txt")),
            new DocumentLink($"{name}.json", Json, words.Message("document.formulier_json")),
        ];
    }
}
