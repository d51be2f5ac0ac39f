using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Storage;

/// <summary>Hidden verb <c>opslag-proef PAD</c>, or with kind, place and keys: writes numbered turns for ever and prints each one once it is acknowledged. The tests kill it.</summary>
public static class StoreProbe
{
    public const string Verb = "opslag-proef";

    private const int Writers = 4;

    /// <param name="path">The SQLite file; its keys stand next to it.</param>
    public static Task RunAsync(string path, TextWriter output, CancellationToken cancellationToken)
        => RunAsync(new StorageSettings("sqlite", path, null, null), output, cancellationToken);

    /// <param name="soort">sqlite or postgres.</param>
    /// <param name="where">The file or the connection.</param>
    public static Task RunAsync(string soort, string where, string keys, TextWriter output, CancellationToken cancellationToken)
        => RunAsync(new StorageSettings(soort, where, where, keys), output, cancellationToken);

    private static async Task RunAsync(StorageSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        await using var store = await StorageSetup.OpenAsync(settings, new(), TimeProvider.System, cancellationToken);
        var printer = TextWriter.Synchronized(output);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(store, $"proef-{writer}", printer, cancellationToken)));
    }

    /// <summary>The turn with this number in a conversation: number, key and contents belong together, so that a test can check it.</summary>
    internal static TurnCommit Turn(string id, long number, DateTimeOffset at)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {number}"));
        return new(id, "0344", number - 1, text, [text], Encoding.UTF8.GetString(text), [], at);
    }

    private static async Task WriteAsync(ConversationStore store, string id, TextWriter output, CancellationToken cancellationToken)
    {
        var number = await store.LoadAsync(id, cancellationToken) is { } found ? found.Version : 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var result = await store.SaveAsync(Turn(id, ++number, TimeProvider.System.GetUtcNow()), cancellationToken);
            if (result is not SaveResult.Saved saved)
            {
                throw new InvalidOperationException($"Turn {number} of {id} was not saved.");
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{id} {saved.Version}"));
            await output.FlushAsync(cancellationToken);
        }
    }
}
