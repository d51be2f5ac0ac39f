using System.Text.Json;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Tests.Faults.Simulation;

/// <summary>What is on the screen of a simulated resident.</summary>
/// <param name="Nummer">Number of the resident's own message; null for what the service says.</param>
/// <param name="Bewijs">SHA-256 on the receipt.</param>
internal sealed record Shown(int? Nummer = null, string? Vraag = null, string? Soort = null, string[]? Opties = null, bool Einde = false, string? Bewijs = null, string? Kenmerk = null);

/// <summary>Writes a turn in a format that only the simulation knows.</summary>
internal sealed class SimWriter(int? number) : ITurnWriter
{
    public IReadOnlyList<ReadOnlyMemory<byte>> Write(TurnStamp stamp, IReadOnlyList<Prompt> prompts)
    {
        var shown = prompts.Select(static prompt => prompt switch
        {
            Prompt.Vraag(var asked) => new Shown(Vraag: asked.Vraag, Soort: asked.Soort.ToString(), Opties: [.. asked.Opties.Select(static option => option.Id)]),
            Prompt.Einde(var end) => new Shown(Einde: true, Bewijs: end.Ontvangstbewijs?.Sha256, Kenmerk: end.Ontvangstbewijs?.Kenmerk),
            _ => new Shown(),
        });
        return [.. (number is null ? shown : shown.Prepend(new Shown(number))).Select(static one => (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(one))];
    }

    public static Shown Read(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<Shown>(json.Span)!;
}
