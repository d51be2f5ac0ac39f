using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Teams;

/// <summary>
/// A klacht as a staff member takes it down. It is an ordinary conversation, the same a resident has in the browser, so that it can go to the
/// resident and back: only the cards are of Teams.
/// </summary>
internal sealed class Intake(TurnRunner runner, Conversations conversations, DirectLineWriters writers, TokenOffice office, DirectLineSettings directLine, BeurtKaart cards)
{
    public const string Kanaal = "balie";

    /// <summary>Name under which the answers stand in the transcript; never that of a person.</summary>
    private const string Staff = "dl_balie";

    private const int Tail = 12;

    /// <summary>Begins a klacht and notes how it is taken down.</summary>
    /// <returns>The id of the new conversation, and its first question.</returns>
    public async Task<(string Gesprek, Kaart Kaart)> BeginAsync(HttpRequest request, string gemeente, Opname opname)
    {
        var id = TokenOffice.NewId();
        var begun = await RunAsync(request, id, gemeente, new Incoming.Joined(), echo: null, dedupe: null);
        await runner.RunAsync(new TurnRequest(id, gemeente, Kanaal, new Incoming.Opgenomen(opname), new Silent()), CancellationToken.None);

        // The greeting is for the resident, who reads it when going on alone.
        return (id, await CardAsync(request, id, [.. Messages(begun).Where(static message => BeurtKaart.Prompt(message)?.Vraag is not null)]));
    }

    /// <summary>The question that is open.</summary>
    public Task<Kaart?> NuAsync(HttpRequest request, string gesprek, string gemeente)
        => TurnAsync(request, gesprek, gemeente, new Incoming.Commanded(Command.Herhaal), dedupe: null);

    /// <returns>null when the conversation is gone.</returns>
    public async Task<Kaart?> AntwoordAsync(HttpRequest request, string gesprek, string gemeente, Incoming incoming, string? dedupe)
    {
        var open = await OpenAsync(gesprek);
        return await TurnAsync(request, gesprek, gemeente, Checked(incoming, open), dedupe, Echo(incoming, open));
    }

    public async Task<Overzicht?> OverzichtAsync(string gesprek) => await conversations.OverviewAsync(gesprek, Kanaal, CancellationToken.None);

    /// <summary>The question on screen, as it was last asked.</summary>
    public async Task<PromptData?> OpenAsync(string gesprek)
        => (await conversations.TailAsync(gesprek, Tail, CancellationToken.None))?.Select(static stored => ActivityReader.Parse(stored.Json))
            .OfType<Activity>().Select(BeurtKaart.Prompt).LastOrDefault(static data => data is { Vraag: not null } or { Uitkomst: not null });

    /// <summary>Skipping means the question of the card, not the one that came after it.</summary>
    private static Incoming Checked(Incoming incoming, PromptData? open) => incoming is Incoming.Commanded { Command: Command.Overslaan or Command.WeetNiet, Argument: { } path } && path != open?.Vraag
        ? new Incoming.Commanded(Command.Herhaal)
        : incoming;

    private async Task<Kaart?> TurnAsync(HttpRequest request, string gesprek, string gemeente, Incoming incoming, string? dedupe, string? echo = null)
    {
        var result = await RunAsync(request, gesprek, gemeente, incoming, echo, dedupe);
        return result is TurnResult.Unknown or TurnResult.Erased ? null : await CardAsync(request, gesprek, Messages(result));
    }

    private Task<TurnResult> RunAsync(HttpRequest request, string gesprek, string gemeente, Incoming incoming, string? echo, string? dedupe)
    {
        var said = echo is null ? null : writers.Kept(new Activity
        {
            Type = ActivityTypes.Message,
            Text = echo,
            TextFormat = "plain",
            ChannelId = DirectLineWriters.ChannelId,
            From = new ChannelAccount { Id = Staff, Role = "user" },
            Conversation = new ConversationAccount { Id = gesprek },
        });
        return runner.RunAsync(new TurnRequest(gesprek, gemeente, Kanaal, incoming, writers.For(request, gesprek, said)) { DedupeKey = dedupe }, CancellationToken.None);
    }

    /// <summary>The answer in words, as the resident will see it; a button is its title.</summary>
    private static string? Echo(Incoming incoming, PromptData? open) => incoming switch
    {
        Incoming.Said said => said.Text,
        Incoming.Chose chose when open?.Vraag == chose.Vraag && open.Voorstel?.Antwoord == chose.Antwoord => open.Voorstel.Tekst,
        Incoming.Chose chose when open?.Vraag == chose.Vraag && open.Opties is { } options
            => string.Join(", ", chose.Antwoord.Split(',').Select(id => options.FirstOrDefault(option => option.Id == id)?.Titel ?? id)),
        Incoming.Chose chose => chose.Antwoord,
        _ => null,
    };

    private async Task<Kaart> CardAsync(HttpRequest request, string gesprek, IReadOnlyList<Activity> messages)
    {
        var overview = messages.Select(BeurtKaart.Prompt).Any(static data => data?.Soort == "controle") ? await OverzichtAsync(gesprek) : null;
        var address = Addresses.Base(request, directLine.PublicAddress);
        return cards.Maak(Gesprek.Kenmerk.Van(gesprek), messages, overview, naam => $"{Addresses.Document(address, gesprek, naam)}?t={office.DocumentTicket(gesprek)}");
    }

    private static IReadOnlyList<Activity> Messages(TurnResult result)
    {
        var written = result switch
        {
            TurnResult.Saved saved => saved.Activities,
            TurnResult.Repeated before => before.Activities,
            _ => [],
        };
        return [.. written.Select(static json => ActivityReader.Parse(json)).OfType<Activity>().Where(static activity => activity.From?.Role == "bot")];
    }

    /// <summary>Writes nothing: what was noted is not said.</summary>
    private sealed class Silent : ITurnWriter
    {
        public IReadOnlyList<ReadOnlyMemory<byte>> Write(TurnStamp stamp, IReadOnlyList<Dialogs.Prompts.Prompt> prompts) => [];
    }
}
