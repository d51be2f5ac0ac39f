using System.Text;
using System.Text.Json;
using KlachtHulp.Bot;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Tests.Channels;

/// <summary>What is written by hand is what the serializer writes.</summary>
public sealed class MessageJsonTests
{
    private const string Odd = "\"Wéé\\t\" <b>&amp;</b> \u2028 \U0001F600 \t\n مرحبا";

    private static readonly TurnStamp Stamp = new("gesprek", 12, new DateTimeOffset(2026, 11, 22, 10, 0, 0, 7, TimeSpan.Zero));

    private static readonly PromptRenderer Renderer = new(
        ShellTalen.Read(Path.Combine(AppContext.BaseDirectory, "seeds")), ChannelAbilities.DirectLine, static naam => $"https://h.example/{naam}");

    public static TheoryData<string> Templates => ["geheel", "leeg", "vreemd"];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_message_is_the_same_byte_for_byte(string name)
    {
        var template = Template(name);

        var written = new ActivityWriter(Renderer, echo: null, template).Write(Stamp, Prompts);

        Assert.Equal(Prompts.Select((prompt, index) => Serialized(prompt, index, template, template.ReplyToId)), written.Select(static activity => Encoding.UTF8.GetString(activity.Span)));
    }

    [Fact]
    public void What_the_resident_sent_comes_first_and_the_messages_reply_to_it()
    {
        var template = Template("geheel");
        var sent = new Activity { Type = "message", Text = Odd, From = template.Recipient };

        var written = new ActivityWriter(Renderer, sent, template).Write(Stamp, Prompts);

        var echo = JsonSerializer.Deserialize(written[0].Span, BotJson.Wire.Activity)!;
        Assert.Equal((Stamp.Id(0), Odd), (echo.Id, echo.Text));
        Assert.Equal(Prompts.Select((prompt, index) => Serialized(prompt, index + 1, template, Stamp.Id(0))), written.Skip(1).Select(static activity => Encoding.UTF8.GetString(activity.Span)));
    }

    private static IReadOnlyList<Prompt> Prompts =>
    [
        .. Enum.GetValues<Tone>().Select(static tone => new Prompt.Say(Odd, tone) { MaySave = tone == Tone.Echo, Waits = tone == Tone.Crisis }),
        .. Enum.GetValues<Soort>().Select(static soort => new Prompt.Vraag(new VraagPrompt("klacht[1].wie", soort, Odd)
        {
            Hulp = Odd,
            Waarom = soort == Soort.Keuze ? Odd : "",
            Opties = soort is Soort.Keuze or Soort.Meerkeuze ? [new Optie("a", Odd), new Optie("b", "B")] : [],
            MagOnbekend = soort == Soort.Datum,
            MagGenoeg = soort == Soort.Tekst,
            Stap = new Stap(2, 6, Odd),
            Voorstel = soort == Soort.Bedrag ? new GetoondAntwoord("1", Odd) : null,
            Huidig = soort == Soort.Contact ? new GetoondAntwoord("2", Odd) : null,
        })),
        new Prompt.Einde(new Uitkomst("klacht", Odd, Odd, [new Routeadvies("R01", Odd, Odd, new DateOnly(2026, 12, 31)), new Routeadvies("R02", "Naam", "Uitleg.", null)], [new DocumentLink("brief.pdf", "application/pdf", Odd)])
        {
            Kenmerk = "KH-1",
            Ontvangstbewijs = new Ontvangstbewijs("KH-1", Stamp.First, "ab"),
        }),
        new Prompt.Einde(new Uitkomst("geen", "Klaar", "Uitleg.", [], [])),
    ];

    private static Activity Template(string name) => name switch
    {
        "geheel" => new Activity
        {
            ChannelId = "directline",
            From = new ChannelAccount { Id = "bot", Name = "KlachtHulp", Role = "bot" },
            Conversation = new ConversationAccount { Id = Odd },
            Recipient = new ChannelAccount { Id = "dl_1", Name = Odd },
            ReplyToId = "m|1",
        },
        "vreemd" => new Activity
        {
            ChannelId = Odd,
            Conversation = new ConversationAccount { Id = "a:1", Other = Members("tenantId") },
            Recipient = new ChannelAccount { Id = "29:1", Other = Members("aadObjectId") },
        },
        _ => new Activity(),
    };

    private static Dictionary<string, JsonElement> Members(string name) => new() { [name] = JsonSerializer.SerializeToElement(Odd) };

    private static string Serialized(Prompt prompt, int index, Activity template, string? replyTo) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(
        Renderer.Render(prompt) with
        {
            Id = Stamp.Id(index),
            Timestamp = $"2026-11-22T10:00:00.{7 + index:D3}Z",
            ChannelId = template.ChannelId,
            From = template.From,
            Conversation = template.Conversation,
            Recipient = template.Recipient,
            ReplyToId = replyTo,
        },
        BotJson.Wire.Activity));
}
