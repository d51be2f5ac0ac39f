using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;

namespace KlachtHulp.Bot.Teams;

/// <summary>The staff member behind an activity whose token was checked.</summary>
/// <param name="Gemeente">CBS code of the only gemeente this person sees.</param>
/// <param name="Person">The stable id of the person in Entra.</param>
/// <param name="IsPersonal">Nobody else reads along.</param>
internal sealed record Caller(string Gemeente, string Tenant, string Person, bool IsPersonal)
{
    private const int LongestId = 128;

    /// <returns>null for somebody of a tenant that is not ours, of two tenants at once, or without an id.</returns>
    public static Caller? Of(Activity activity, TeamsSettings settings)
    {
        string?[] named =
        [
            Text(activity.Conversation?.Other, "tenantId"),
            activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
                && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null,
        ];
        var person = Text(activity.From?.Other, "aadObjectId");
        return named.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is [var one] && settings.Tenants.TryGetValue(one, out var gemeente)
            && person is { Length: > 0 and <= LongestId }
            ? new Caller(gemeente, one.ToLowerInvariant(), person.ToLowerInvariant(), Text(activity.Conversation?.Other, "conversationType") == "personal")
            : null;
    }

    private static string? Text(Dictionary<string, JsonElement>? other, string name)
        => other?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
