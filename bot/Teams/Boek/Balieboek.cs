using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Teams.Boek;

/// <summary>
/// What the helpdesk keeps: per gemeente one list of klachten, and per member of the staff where to write to. It stands beside the conversations
/// in the same store, sealed in the same way, under ids that are kept until they are removed here.
/// </summary>
public sealed class Balieboek(IConversationStore store, TurnOrder order, TimeProvider clock)
{
    private const int MaxAttempts = 100;

    /// <summary>Key of a person; what is in the database does not say who it is.</summary>
    public static string Sleutel(string tenant, string person)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"balie\n{tenant}\n{person}"))[..16]);

    public async Task<Balielijst> LijstAsync(string gemeente) => await ReadAsync(ListId(gemeente), BoekJson.Default.Balielijst) ?? new();

    public async Task<Medewerker> MedewerkerAsync(string sleutel) => await ReadAsync(StaffId(sleutel), BoekJson.Default.Medewerker) ?? new();

    /// <summary>Changes the list of a gemeente; may be called again when somebody else was first.</summary>
    /// <param name="effects">What must follow from the change; asked for after each call of it, and stored with it in one transaction.</param>
    /// <returns>The list as it is now.</returns>
    public Task<Balielijst> WijzigAsync(string gemeente, Func<Balielijst, Balielijst> change, Func<IReadOnlyList<NewOutboxItem>>? effects = null)
        => UpdateAsync(ListId(gemeente), gemeente, BoekJson.Default.Balielijst, change, effects);

    public Task<Medewerker> WijzigAsync(string gemeente, string sleutel, Func<Medewerker, Medewerker> change)
        => UpdateAsync(StaffId(sleutel), gemeente, BoekJson.Default.Medewerker, change);

    /// <summary>Notes where somebody can be written to.</summary>
    public async Task OnthoudAsync(string gemeente, string sleutel, Medewerker reference)
    {
        var known = await MedewerkerAsync(sleutel);
        if (known != Referred(known, reference))
        {
            await WijzigAsync(gemeente, sleutel, staff => Referred(staff, reference));
        }

        if (!(await LijstAsync(gemeente)).Medewerkers.Contains(sleutel, StringComparer.Ordinal))
        {
            await WijzigAsync(gemeente, list => list with { Medewerkers = [.. list.Medewerkers.Where(other => other != sleutel), sleutel] });
        }
    }

    /// <summary>Forgets a person: the app was removed or blocked.</summary>
    public async Task VergeetAsync(string gemeente, string sleutel)
    {
        await WijzigAsync(gemeente, list => list with { Medewerkers = [.. list.Medewerkers.Where(other => other != sleutel)] });
        await store.EraseAsync(StaffId(sleutel), CancellationToken.None);
    }

    private static Medewerker Referred(Medewerker staff, Medewerker reference) => staff with
    {
        ServiceUrl = reference.ServiceUrl,
        Gesprek = reference.Gesprek,
        Bot = reference.Bot,
        Persoon = reference.Persoon,
        Tenant = reference.Tenant,
        Gezien = reference.Gezien,
    };

    private static string ListId(string gemeente) => $"{StoredConversation.Kept}balie:{gemeente}";

    private static string StaffId(string sleutel) => $"{StoredConversation.Kept}balie-wie:{sleutel}";

    private async Task<T?> ReadAsync<T>(string id, JsonTypeInfo<T> type)
        where T : class
        => await store.LoadAsync(id, CancellationToken.None) is { } found ? JsonSerializer.Deserialize(found.Body.Span, type) : null;

    /// <exception cref="InvalidOperationException">Others were first every time.</exception>
    private async Task<T> UpdateAsync<T>(string id, string gemeente, JsonTypeInfo<T> type, Func<T, T> change, Func<IReadOnlyList<NewOutboxItem>>? effects = null)
        where T : class, new()
    {
        using var pass = await order.EnterAsync(id, CancellationToken.None);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await store.LoadAsync(id, CancellationToken.None);
            var next = change(stored is null ? new T() : JsonSerializer.Deserialize(stored.Body.Span, type) ?? new T());
            var commit = new TurnCommit(
                id, gemeente, stored?.Version ?? 0, JsonSerializer.SerializeToUtf8Bytes(next, type), [], DedupeKey: null, effects?.Invoke() ?? [], clock.GetUtcNow());
            if (await store.SaveAsync(commit, CancellationToken.None) is SaveResult.Saved)
            {
                return next;
            }
        }

        throw new InvalidOperationException("The book of the helpdesk is changed by others all the time.");
    }
}
