using KlachtHulp.Bot.Channels.Limits;

namespace KlachtHulp.Bot.Channels.Bewaren;

/// <summary>How many codes one conversation may ask for. Per conversation: who is in one keeps what was written, whatever others at the same address do.</summary>
public sealed class CodeLimiter(TimeProvider clock)
{
    /// <summary>Codes in a minute; a resident needs one.</summary>
    internal const int Most = 20;

    private readonly AttemptWindow _made = new(clock, TimeSpan.FromMinutes(1));

    /// <returns>true when one more may be made; otherwise the response already says when to come back.</returns>
    public bool TryPass(HttpContext http, string conversation)
    {
        var (count, until) = _made.Add(conversation);
        if (count > Most)
        {
            Refusals.Tell(http, until - clock.GetUtcNow());
        }

        return count <= Most;
    }
}
