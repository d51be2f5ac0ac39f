using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>What is on screen now, taken from the newest part of the transcript.</summary>
/// <param name="Notices">What was said since the resident last did something, except what is wrong.</param>
/// <param name="Error">How to repair the last answer; empty when there is nothing wrong.</param>
/// <param name="Typed">The words that could not be used, to stand in the field again.</param>
/// <param name="Question">The open question; null at the end.</param>
/// <param name="Taal">Language of what was said last, as BCP-47.</param>
/// <param name="Turn">Names this turn; a form that is sent twice carries the same name twice.</param>
public sealed record PaginaView(IReadOnlyList<PromptSay> Notices, string Error, string Typed, PromptData? Question, UitkomstData? Outcome, string Turn, string Taal = "nl")
{
    /// <summary>Somebody is in danger: the question waits until the resident wants to go on.</summary>
    public bool Waits => Question is not null && Notices.Any(static say => say.Waits);

    /// <summary>How many activities hold the last turn for certain.</summary>
    public const int Tail = 40;

    public static PaginaView Of(IReadOnlyList<StoredActivity> tail)
    {
        var seen = tail.Select(static stored => ActivityReader.Parse(stored.Json)).OfType<Activity>().Select(static activity => (Activity: activity, Data: Data(activity))).ToList();
        var own = seen.FindLastIndex(static item => item.Activity.From?.Role == "user");
        var (asked, data) = seen.LastOrDefault(static item => item.Data is { Vraag: not null } or { Uitkomst: not null });
        var said = seen.Skip(own + 1).Where(static item => item.Data is { Vraag: null, Uitkomst: null })
            .Select(static item => new PromptSay(item.Data?.Toon ?? "", item.Activity.Text ?? "", item.Data?.Aanbod == PromptData.Verder)).ToList();
        var error = string.Join(' ', said.Where(static say => say.IsError).Select(static say => say.Text));
        return new PaginaView(
            [.. said.Where(static say => !say.IsError)],
            error,
            error.Length > 0 && own >= 0 ? seen[own].Activity.Text ?? "" : "",
            data is { Vraag: not null } ? data : null,
            data?.Uitkomst,
            asked?.Id ?? "",
            (seen.LastOrDefault(static item => item.Data is not null).Activity?.Locale ?? "nl").Split('-')[0]);
    }

    private static PromptData? Data(Activity activity)
        => activity.From?.Role != "user" && activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("klachthulp", out _)
            ? data.Deserialize(BotJson.Wire.PromptChannelData)?.Klachthulp
            : null;
}

/// <param name="Toon">As on the wire.</param>
/// <param name="Waits">Whether the question waits until the resident wants to go on.</param>
public sealed record PromptSay(string Toon, string Text, bool Waits = false)
{
    public bool IsError => Toon == "fout";

    /// <summary>Whether somebody in danger must see it at once.</summary>
    public bool IsUrgent => Toon is "crisis" or "waarschuwing";
}
