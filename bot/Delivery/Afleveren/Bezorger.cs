using System.Text.Json;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Opens an item of the outbox and hands the form to the way its gemeente has chosen.</summary>
public sealed class Bezorger(Afleverwijzer wijzer, Stukkenmaker maak)
{
    /// <summary>Kind of the outbox items that hold a form.</summary>
    public const string Soort = "aflevering";

    public Task<Afleverresultaat> BezorgAsync(OutboxItem item, Stappen stappen, CancellationToken cancellationToken)
        => item.Kind == Soort && Read(item) is { } formulier
            ? wijzer.Voor(formulier.Aan.Gemeentecode).LeverAsync(Pak(item, formulier), stappen, cancellationToken)
            : Task.FromResult<Afleverresultaat>(new Afleverresultaat.Geweigerd("unknown item"));

    private Zending Pak(OutboxItem item, Klachtformulier formulier) => new(item.Key, formulier, item.Json, item.Created, new(() => maak(formulier)));

    private static Klachtformulier? Read(OutboxItem item)
    {
        try
        {
            return FormulierJson.Read(item.Json.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
