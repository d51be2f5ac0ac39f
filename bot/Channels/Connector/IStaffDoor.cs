using KlachtHulp.Bot.Channels.Activities;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Another door than that of residents, for who comes in by a channel of the staff.</summary>
public interface IStaffDoor
{
    /// <summary>Whether this activity is for the staff. Its token was checked before.</summary>
    bool Takes(Activity activity);

    /// <summary>Handles the activity as a whole, also when it is an invoke.</summary>
    Task<IResult> AnswerAsync(HttpContext http, Activity activity);
}
