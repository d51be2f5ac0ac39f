using System.Text.Json;

namespace KlachtHulp.Tests.Flow;

/// <summary>What a change of the tree means for conversations that are already stored.</summary>
internal static class TreeGuard
{
    /// <summary>How to write the committed tree anew.</summary>
    public const string HowToCommit = "dotnet run --project bot -- tree json > docs/boom/klacht.json";

    /// <summary>Changes by which stored answers lose their question or their meaning.</summary>
    /// <param name="committed">The tree as JSON before the change.</param>
    /// <param name="current">The tree as it is now.</param>
    public static IReadOnlyList<string> Breaks(string committed, string current)
    {
        using var before = JsonDocument.Parse(committed);
        using var after = JsonDocument.Parse(current);
        var now = after.RootElement.GetProperty("vragen");
        return [.. before.RootElement.GetProperty("vragen").EnumerateObject().SelectMany(question => Breaks(question, now))];
    }

    /// <summary>What to tell whoever changed the tree; empty when nothing changed.</summary>
    public static string Advice(string committed, string current)
    {
        if (committed == current)
        {
            return "";
        }

        return Breaks(committed, current) is { Count: > 0 } breaks
            ? $"Stored conversations hold answers that this change strands. Write a migration of the stored log first, or keep the old ids:\n- {string.Join("\n- ", breaks)}\nThen: {HowToCommit}"
            : $"The tree changed and no stored answer is stranded. Commit it: {HowToCommit}";
    }

    private static IEnumerable<string> Breaks(JsonProperty question, JsonElement now)
    {
        if (!now.TryGetProperty(question.Name, out var kept))
        {
            yield return $"the question {question.Name} is gone";
            yield break;
        }

        var (was, isNow) = (question.Value.GetProperty("soort").GetString(), kept.GetProperty("soort").GetString());
        if (was != isNow)
        {
            yield return $"the question {question.Name} was {was} and is now {isNow}";
        }

        foreach (var option in Options(question.Value).Except(Options(kept)))
        {
            yield return $"the question {question.Name} lost the option {option}";
        }
    }

    private static IEnumerable<string?> Options(JsonElement question)
        => question.TryGetProperty("opties", out var options) ? options.EnumerateArray().Select(static option => option.GetString()) : [];
}
