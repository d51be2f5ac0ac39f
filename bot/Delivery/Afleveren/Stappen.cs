using System.Text.Json;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>The named steps of one delivery with their results. A step whose result is kept is not done again.</summary>
/// <remarks>Between doing a step and keeping its result the process may stop: a step must find what it made before.</remarks>
public sealed class Stappen
{
    private readonly Dictionary<string, string> _results;
    private readonly Func<ReadOnlyMemory<byte>, Task> _keep;

    /// <param name="progress">What an earlier attempt kept; empty for the first.</param>
    /// <param name="keep">Stores everything done so far before the next step begins.</param>
    public Stappen(ReadOnlyMemory<byte> progress, Func<ReadOnlyMemory<byte>, Task> keep)
    {
        _results = progress.IsEmpty
            ? new(StringComparer.Ordinal)
            : new(JsonSerializer.Deserialize(progress.Span, AfleverJson.Default.DictionaryStringString) ?? [], StringComparer.Ordinal);
        _keep = keep;
    }

    /// <summary>Everything kept so far, as it is stored.</summary>
    public ReadOnlyMemory<byte> Progress => JsonSerializer.SerializeToUtf8Bytes(_results, AfleverJson.Default.DictionaryStringString);

    /// <returns>The result of a step that was done; null when there is no such step.</returns>
    public string? Uitkomst(string naam) => _results.GetValueOrDefault(naam);

    /// <returns>What the step resulted in, now or in an earlier attempt.</returns>
    public async Task<string> DoenAsync(string naam, Func<Task<string>> stap)
    {
        if (_results.TryGetValue(naam, out var known))
        {
            return known;
        }

        var result = await stap();
        _results[naam] = result;
        await _keep(Progress);
        return result;
    }
}
