using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Which conversation a request may touch.</summary>
public sealed class DirectLineAccess(TokenOffice office, DirectLineSettings settings, ConversationPace pace, Conversations conversations)
{
    public const string DefaultKanaal = "web";

    /// <summary>Ownership first: who holds a token for one conversation does not learn which others exist.</summary>
    public Access Check(HttpRequest request, string conversationId)
    {
        var access = Identify(request, conversationId);
        if (access is Access.Granted)
        {
            pace.Count(conversationId, Doors.TakesFiles(request) ? ConversationPace.FileWeight : 1);
        }

        return access;
    }

    /// <summary>The same, for a conversation that must have begun.</summary>
    public async Task<Access> CheckStartedAsync(HttpRequest request, string conversationId, CancellationToken cancellationToken)
    {
        var access = Check(request, conversationId);
        return access is Access.Granted && !await conversations.ExistsAsync(conversationId, cancellationToken)
            ? new Access.Denied(DirectLineError.NotFound)
            : access;
    }

    private Access Identify(HttpRequest request, string conversationId) => office.Identify(request) switch
    {
        Caller.Refused refused => new Access.Denied(refused.Error),
        Caller.Holder holder when string.Equals(holder.Claims.ConversationId, conversationId, StringComparison.Ordinal) => new Access.Granted(holder.Claims),
        Caller.Secret when IsOurs(conversationId) => new Access.Granted(
            new TokenClaims(TokenPurpose.Conversation, conversationId, "", settings.Gemeente, DefaultKanaal, "", "", default)),
        Caller.Secret => new Access.Denied(DirectLineError.NotFound),
        _ => new Access.Denied(DirectLineError.Forbidden),
    };

    /// <summary>Conversations of other channels are under keys of another shape, which the master key does not reach either.</summary>
    private static bool IsOurs(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}

/// <summary>Whether a request may go on.</summary>
public abstract record Access
{
    private Access()
    {
    }

    public sealed record Granted(TokenClaims Claims) : Access;

    public sealed record Denied(DirectLineError Error) : Access;

    /// <summary>Goes on when granted; otherwise says why not.</summary>
    public Task<IResult> ThenAsync(Func<TokenClaims, Task<IResult>> next) => this switch
    {
        Granted granted => next(granted.Claims),
        Denied denied => Task.FromResult(denied.Error.Result()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
