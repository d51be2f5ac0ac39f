using System.Globalization;
using System.Text;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>Makes the files of a form: PDF with the JSON inside, the letter, and the JSON itself. The same form always gives the same bytes.</summary>
public sealed class DocumentMaker(Words words, PapierPdf pdf)
{
    private readonly FormulierPapier _form = new(words);
    private readonly BriefPapier _letter = new(words);

    /// <summary>What an end has besides the form.</summary>
    public Einddocumenten End { get; } = new(words, pdf);

    public IReadOnlyList<DocumentFile> Make(Klachtformulier form)
    {
        var name = $"{form.Soort}-{form.Dagtekening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return
        [
            new DocumentFile($"{name}.pdf", Documenten.Pdf, () => Pdf(form, name)),
            new DocumentFile($"brief-{name}.txt", Documenten.Tekst, () => Encoding.UTF8.GetBytes(BriefTekst.Write(_letter.Maak(form)))),
            new DocumentFile($"{name}.json", Documenten.Json, () => FormulierJson.Write(form)),
        ];
    }

    /// <summary>What the gemeente gets to read beside the JSON, under fixed names.</summary>
    public IReadOnlyList<Stuk> Stukken(Klachtformulier form) =>
    [
        .. Make(form).Where(static file => file.Soort != Documenten.Json)
            .Select(static file => new Stuk(file.Soort == Documenten.Pdf ? "klacht.pdf" : "brief.txt", file.Soort, file.Inhoud())),
    ];

    private byte[] Pdf(Klachtformulier form, string name)
    {
        var json = new Bijlage($"{name}.json", Documenten.Json, FormulierJson.Write(form), words.Message("document.formulier_json"));
        return pdf.Write(_form.Maak(form), [json]).Bytes;
    }
}
