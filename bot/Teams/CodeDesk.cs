using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Teams;

/// <summary>What became of a code that a staff member typed.</summary>
internal abstract record CodeReading
{
    private CodeReading()
    {
    }

    /// <param name="Gesprek">Id of the conversation.</param>
    public sealed record Found(string Gesprek) : CodeReading;

    /// <summary>Never was, is gone, or belongs to another gemeente: whoever types it cannot tell which.</summary>
    public sealed record Unknown : CodeReading;

    /// <summary>Not looked up.</summary>
    public sealed record TooOften : CodeReading;
}

/// <summary>Gives codes to residents, and looks up those that come back. The address of all staff is that of Teams, so each person has an own limit to guessing.</summary>
internal sealed class CodeDesk(ResumeCodes codes, SharedWindow shared, TimeProvider clock)
{
    /// <summary>Codes that one person may try in a window: more than a busy desk needs, and no chance against 60 bits.</summary>
    internal const int Most = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly AttemptWindow _tried = new(clock, Window);

    public Task<string> MakeAsync(string gesprek, string gemeente) => codes.MakeAsync(gesprek, gemeente, CancellationToken.None);

    /// <summary>Only what belongs to the own gemeente, or to no gemeente yet, is found.</summary>
    public async Task<CodeReading> FindAsync(Visit visit, string typed)
    {
        if (await CountAsync(visit.Sleutel) > Most)
        {
            return new CodeReading.TooOften();
        }

        return await codes.FindAsync(typed, CancellationToken.None) is var (gesprek, gemeente) && (gemeente.Length == 0 || gemeente == visit.Gemeente)
            ? new CodeReading.Found(gesprek)
            : new CodeReading.Unknown();
    }

    private async Task<int> CountAsync(string sleutel)
    {
        var here = _tried.Add(sleutel).Count;
        return await shared.CountAsync($"balie-code|{sleutel}", Window, CancellationToken.None) is { } together ? Math.Max(here, together.Count) : here;
    }
}
