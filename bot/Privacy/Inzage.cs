using System.Text.Json;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Bot.Privacy;

/// <summary>Gives a resident everything that is kept of the conversation, in one JSON file.</summary>
/// <remarks>Source: AVG art. 15 (inzage) and art. 20 (overdraagbaarheid).</remarks>
public sealed class Inzage(DirectLineAccess access, IConversationStore store, IDialog dialog, BewaarSettings settings, TimeProvider clock)
{
    private const int Most = 100_000;

    public async Task<IResult> GiveAsync(HttpContext http, string id)
    {
        if (access.Check(http.Request, id) is not Access.Granted granted)
        {
            return Fail(access.Check(http.Request, id) is Access.Denied denied ? denied.Error : DirectLineError.Forbidden);
        }

        if (await store.LoadAsync(id, http.RequestAborted) is not { } stored)
        {
            return Fail(DirectLineError.NotFound);
        }

        http.Response.Headers.CacheControl = "no-store";
        var context = DialogClock.Context(clock, id, stored.Gemeente, granted.Claims.Kanaal);
        var overview = dialog.Overview(stored.Body, context);
        var form = dialog.Documents(stored.Body, context).FirstOrDefault(static file => file.Soort == Documenten.Json);
        var transcript = await store.ReadActivitiesAsync(id, 0, Most, http.RequestAborted);
        return Results.File(Write(stored, overview, form, transcript), "application/json", "mijn-gegevens.json");
    }

    private byte[] Write(StoredConversation stored, Overzicht overview, DocumentFile? form, IReadOnlyList<StoredActivity> transcript)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = BotJson.Wire.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("gemeente", stored.Gemeente);
            json.WriteNumber("beurten", stored.Version);
            json.WriteString("laatsteBericht", stored.Updated);
            json.WriteString("zonderNieuwBerichtGewistNa", stored.Updated + settings.Open);
            json.WriteStartArray("antwoorden");
            foreach (var row in overview.Antwoorden)
            {
                WriteRow(json, row);
            }

            json.WriteEndArray();
            json.WritePropertyName("formulier");
            json.WriteRawValue(form?.Inhoud() ?? "null"u8.ToArray());
            json.WriteStartArray("verslag");
            foreach (var activity in transcript)
            {
                json.WriteRawValue(activity.Json.Span);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteRow(Utf8JsonWriter json, OverzichtRij row)
    {
        json.WriteStartObject();
        json.WriteString("vraag", row.Vraag);
        json.WriteString("titel", row.Titel);
        json.WriteString("antwoord", row.Tekst);
        json.WriteString("status", row.Status);
        json.WriteEndObject();
    }

    private static IResult Fail(DirectLineError error)
        => Results.Json(new Problem("about:blank", error.Message, error.Status, error.Code), BotJson.Wire.Problem, "application/problem+json", error.Status);
}
