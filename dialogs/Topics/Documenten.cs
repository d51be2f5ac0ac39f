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

    public static IReadOnlyList<DocumentLink> Links(Turn turn, Words words)
    {
        var form = turn.Position.Outcome?.Form;
        if (form is null || !turn.Memory.Moments.TryGetValue(ControleDialog.Ondertekening.Id, out var signed))
        {
            return [];
        }

        var name = $"{form}-{Amsterdam.Day(signed).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return
        [
            new DocumentLink($"{name}.pdf", Pdf, words.Message("document.formulier_pdf")),
            new DocumentLink($"brief-{name}.txt", Tekst, words.Message("document.brief_txt")),
            new DocumentLink($"{name}.json", Json, words.Message("document.formulier_json")),
        ];
    }
}
