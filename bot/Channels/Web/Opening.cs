using System.Text;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Channels.Pagina;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>The first words of a conversation before there is one: the page shows them at once, while the conversation itself begins.</summary>
public sealed class Opening(IDialog dialog, DirectLineWriters writers, DirectLineSettings settings, Telefoonboek numbers, TimeProvider clock)
{
    private const string Id = "begin";
    private const string Kanaal = "web";

    /// <summary>The same for everybody who asks for this gemeente and language on this day.</summary>
    public Begin Begin(HttpRequest request)
    {
        var (asked, taal) = (request.Query["gemeente"].ToString(), request.Query["taal"].ToString());
        var gemeente = NewTokenRules.IsGemeente(asked) ? asked : settings.Gemeente;
        var context = DialogClock.Context(clock, Id, gemeente, Kanaal) with { Telt = false };
        var turn = dialog.Step(ReadOnlyMemory<byte>.Empty, new Incoming.Joined(NewTokenRules.IsTaal(taal) ? taal : null), context);
        var stamp = new TurnStamp(Id, FirstSequence: 0, DateTimeOffset.UnixEpoch) { Taal = turn.Taal };
        var activities = writers.For(request, Id, echo: null).Write(stamp, turn.Prompts);
        var view = PaginaView.Of([.. activities.Select(static (json, index) => new StoredActivity(index, json))]);
        return new Begin($"[{string.Join(',', activities.Select(static activity => Encoding.UTF8.GetString(activity.Span)))}]", view, NewTokenRules.IsGemeente(asked) ? asked : "", numbers.Of(gemeente));
    }
}

/// <summary>What a page begins with.</summary>
/// <param name="Activities">A JSON array, for the script.</param>
/// <param name="View">The same, for who has no script.</param>
/// <param name="Gemeente">CBS code that was asked for; empty for none.</param>
/// <param name="Telefoon">Where the gemeente can be called; empty when it told none.</param>
public sealed record Begin(string Activities, PaginaView View, string Gemeente, string Telefoon);
