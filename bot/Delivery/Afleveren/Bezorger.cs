using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Opens an item of the outbox and hands the form to the way its gemeente has chosen.</summary>
public sealed class Bezorger(Afleverwijzer wijzer, Stukkenmaker maak, Conversations? conversations = null)
{
    /// <summary>Kind of the outbox items that hold a form.</summary>
    public const string Soort = "aflevering";

    public async Task<Afleverresultaat> BezorgAsync(OutboxItem item, Stappen stappen, CancellationToken cancellationToken)
    {
        if (item.Kind != Soort || Read(item) is not { } formulier)
        {
            return new Afleverresultaat.Geweigerd("unknown item");
        }

        var bijlagen = conversations is null ? [] : await conversations.AttachmentsAsync(item.ConversationId, cancellationToken);
        var zending = new Zending(item.Key, formulier, item.Json, item.Created, new(() => [.. maak(formulier), .. bijlagen.Select(Stuk)]));
        return await wijzer.Voor(formulier.Aan.Gemeentecode).LeverAsync(zending, stappen, cancellationToken);
    }

    /// <summary>A resident's own file under a name of ours: theirs may say who they are.</summary>
    private static Stuk Stuk(Bewijsstuk bijlage, int index)
        => new(string.Create(CultureInfo.InvariantCulture, $"bijlage-{index + 1}{Uitgang(bijlage.Soort)}"), bijlage.Soort, bijlage.Inhoud.ToArray());

    private static string Uitgang(string soort) => soort switch
    {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        _ => ".jpg",
    };

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
