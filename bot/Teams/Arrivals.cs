using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.Activities;

namespace KlachtHulp.Bot.Teams;

/// <summary>Remembers which messages of Teams came in, in this process: what is not answered in fifteen seconds is brought again.</summary>
internal sealed class Arrivals(TimeProvider clock)
{
    private const int LongestId = 256;

    /// <summary>How long Teams is kept waiting; a card that takes longer is still sent.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly AttemptWindow _seen = new(clock, TimeSpan.FromMinutes(10));

    /// <summary>Answers a message. When it comes again it has its card already, or gets it from the first that is still being answered; after a failure it is answered anew.</summary>
    public async Task<IResult> OnceAsync(Activity activity, Func<Task<IResult>> answer)
    {
        var key = activity.Id is { Length: > 0 and <= LongestId } id ? $"{activity.Conversation?.Id}|{id}" : null;
        if (key is null)
        {
            return await answer();
        }

        if (_seen.Add(key).Count > 1)
        {
            return Results.Ok();
        }

        var done = false;
        try
        {
            var result = await answer();
            done = result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK };
            return result;
        }
        finally
        {
            if (!done)
            {
                _seen.Clear(key);
            }
        }
    }

    /// <summary>What became of sending, or that all is well when that is not known in time.</summary>
    public async Task<IResult> InTimeAsync(Task<IResult> sending)
    {
        using var stop = new CancellationTokenSource();
        var done = await Task.WhenAny(sending, Task.Delay(Patience, clock, stop.Token));
        await stop.CancelAsync();
        return done == sending ? await sending : Results.Ok();
    }
}
