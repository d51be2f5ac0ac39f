using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Formulier.Agenda;
using KlachtHulp.Dialogs.Formulier.Brieven;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>Makes what an end has besides the form: the letters, the sheet to think with and the calendar. Nothing of it is sent by the service.</summary>
public sealed class Einddocumenten(Words words, PapierPdf pdf)
{
    public IReadOnlyList<DocumentFile> Make(Bron bron, Eindstand stand, Regels regels)
    {
        var letters = new BriefBouwer(regels);
        var vereisten = Vereistenkeuze.Van(bron.Position.Answers, bron.Knowledge);
        var own = words.For(VerhaalDialog.Jongere(bron.Position.Answers));
        var points = AgendaBouwer.Maak(stand, own);
        return
        [
            .. stand.Brieven.Select(brief => new DocumentFile(Documenten.Naam(brief), Documenten.Pdf, () => pdf.Write(letters.Maak(brief, bron, stand), []).Bytes)),
            .. vereisten.Count > 0 ? [new DocumentFile(Documenten.Denkhulp, Documenten.Pdf, () => pdf.Write(new DenkhulpPapier(own).Maak(vereisten, bron.Today), []).Bytes)] : Array.Empty<DocumentFile>(),
            .. points.Count > 0 ? [new DocumentFile(Documenten.Agenda, Documenten.Kalender, () => AgendaTekst.Write(points, bron.Kenmerk, Moment(bron)))] : Array.Empty<DocumentFile>(),
        ];
    }

    /// <summary>The moment of signing; without a signature that of the last answer.</summary>
    private static DateTimeOffset Moment(Bron bron)
        => bron.Memory.Moments.TryGetValue(ControleDialog.Ondertekening.Id, out var signed) ? signed : bron.Memory.Moments.Values.Max();
}
