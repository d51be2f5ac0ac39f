using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace KlachtHulp.Bot.Storage;

/// <summary>Keys that all instances must have the same: those of Data Protection and of the tokens. Kept like conversations: sealed, rotated, moved and checked with them.</summary>
public sealed class SharedKeys(IConversationStore store, TimeProvider clock) : IXmlRepository
{
    /// <summary>Of ids that hold keys: they are never erased for being old.</summary>
    internal const string Prefix = StoredConversation.Kept + "sleutel:";

    private const string Protection = Prefix + "bescherming";
    private const int Most = 10_000;

    /// <summary>The key with this name; the first instance to ask makes it.</summary>
    public byte[] GetOrAdd(string name, Func<byte[]> make) => Wait(async () =>
    {
        if (await store.LoadAsync(Prefix + name, CancellationToken.None) is not { } found)
        {
            await store.SaveAsync(new(Prefix + name, "", 0, make(), [], null, [], clock.GetUtcNow()), CancellationToken.None);
            found = await store.LoadAsync(Prefix + name, CancellationToken.None) ?? throw new InvalidOperationException("The key that was saved is not there.");
        }

        return found.Body.ToArray();
    });

    public IReadOnlyCollection<XElement> GetAllElements() => Wait(async () =>
    {
        var all = await store.ReadActivitiesAsync(Protection, 0, Most, CancellationToken.None);
        return (IReadOnlyCollection<XElement>)[.. all.Select(static one => XElement.Parse(Encoding.UTF8.GetString(one.Json.Span)))];
    });

    public void StoreElement(XElement element, string friendlyName) => Wait(async () =>
    {
        SaveResult result;
        do
        {
            var version = await store.LoadAsync(Protection, CancellationToken.None) is { } found ? found.Version : 0;
            var xml = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
            result = await store.SaveAsync(new(Protection, "", version, new byte[1], [xml], friendlyName, [], clock.GetUtcNow()), CancellationToken.None);
        }
        while (result is SaveResult.Conflict);
        return true;
    });

    // Data Protection asks where nobody can wait; seldom, and mostly at the start.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
