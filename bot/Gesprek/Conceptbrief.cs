using System.Collections.Immutable;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>The letter as it would go out if it were signed now, to be read before that.</summary>
/// <param name="words">Dutch: the letter always is.</param>
internal sealed class Conceptbrief(Words words)
{
    private readonly BriefPapier _letter = new(words);

    /// <summary>Whether everything was asked but the signature and what comes with it.</summary>
    public static bool IsTime(Position position) => position.Next?.Question.Seals == true;

    /// <summary>The log with what is still missing of the signature.</summary>
    public static ImmutableArray<Entry> Sign(ImmutableArray<Entry> log, Memory memory, DateTimeOffset now)
    {
        (string Path, string Value)[] signature =
        [
            (ControleDialog.Akkoord.Id, "klopt"), (ControleDialog.Ondertekening.Id, memory.Given.GetValueOrDefault(GegevensDialog.Naam.Id).Value ?? ""), (ControleDialog.Versturen.Id, "zelf"),
        ];
        return log.AddRange(signature.Where(part => !memory.Given.ContainsKey(part.Path)).Select(part => new Entry.Answered(now, part.Path, new Answer(Standing.Given, part.Value), Via.Button)));
    }

    public Briefbeeld Maak(Klachtformulier form, Memory memory)
    {
        var made = Brieftekst.Delen(_letter.Maak(form with { Brief = null }));
        var parts = form.Brief is { } own ? Brieftekst.Delen(own.Aangepast, made) : made;
        var written = memory.Given.TryGetValue(ControleDialog.Brief.Id, out var answer) && answer.Standing == Standing.Given;
        return new Briefbeeld(parts, form.Brief is not null, Vervallen: written && memory.Latest != ControleDialog.Brief.Id)
        {
            Vraag = ControleDialog.Brief.IsValid(Brieftekst.Tekst(parts)) ? ControleDialog.Brief.Id : null,
        };
    }
}
