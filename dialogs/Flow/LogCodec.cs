using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>The log as it is stored: an array of short arrays, UTF-8 JSON. <c>Read(Write(log))</c> gives the same log.</summary>
/// <remarks>The letters and their places are a storage format: add, never change.</remarks>
public static class LogCodec
{
    public static ReadOnlyMemory<byte> Write(ImmutableArray<Entry> log)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            var last = 0L;
            foreach (var entry in log)
            {
                var at = entry.At.ToUnixTimeSeconds();
                json.WriteStartArray();
                WriteEntry(json, entry, at - last);
                json.WriteEndArray();
                last = at;
            }

            json.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteEntry(Utf8JsonWriter json, Entry entry, long seconds)
    {
        switch (entry)
        {
            case Entry.Answered answered:
                Start(json, "a", seconds, answered.Path);
                WriteAnswer(json, answered.Answer);
                json.WriteNumberValue((int)answered.Via);
                break;
            case Entry.Weighed weighed:
                Start(json, "w", seconds, weighed.Path);
                WriteAnswer(json, weighed.Answer);
                break;
            case Entry.Offered offered:
                Start(json, "o", seconds, offered.Path);
                foreach (var value in offered.Values)
                {
                    json.WriteStringValue(value);
                }

                break;
            case Entry.Undone undone:
                Start(json, "u", seconds, undone.Of.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case Entry.Confirming confirming:
                Start(json, "c", seconds, confirming.Command.ToString());
                break;
            case Entry.Opgenomen taken:
                Start(json, "m", seconds, taken.Opname.Wijze);
                json.WriteStringValue(taken.Opname.Rol);
                break;
            default:
                var (letter, text) = Plain(entry);
                Start(json, letter, seconds, text);
                break;
        }
    }

    private static (string Letter, string? Text) Plain(Entry entry) => entry switch
    {
        Entry.Focused focused => ("f", focused.Path),
        Entry.Released => ("r", null),
        Entry.Declined declined => ("d", declined.Path),
        Entry.Stumbled stumbled => ("s", stumbled.Path),
        Entry.Restarted => ("n", null),
        Entry.Alarmed alarmed => ("x", alarmed.Kind),
        Entry.Spoke spoke => ("l", spoke.Language),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Start(Utf8JsonWriter json, string letter, long seconds, string? text)
    {
        json.WriteStringValue(letter);
        json.WriteNumberValue(seconds);
        if (text is not null)
        {
            json.WriteStringValue(text);
        }
    }

    private static void WriteAnswer(Utf8JsonWriter json, Answer answer)
    {
        json.WriteNumberValue((int)answer.Standing);
        json.WriteStringValue(answer.Value);
    }

    /// <exception cref="JsonException">The bytes are not a log.</exception>
    public static ImmutableArray<Entry> Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        using var document = JsonDocument.Parse(body);
        var entries = ImmutableArray.CreateBuilder<Entry>(document.RootElement.GetArrayLength());
        var seconds = 0L;
        foreach (var row in document.RootElement.EnumerateArray())
        {
            seconds += row[1].GetInt64();
            entries.Add(ReadEntry(row, DateTimeOffset.FromUnixTimeSeconds(seconds)));
        }

        return entries.DrainToImmutable();
    }

    private static Entry ReadEntry(JsonElement row, DateTimeOffset at) => row[0].GetString() switch
    {
        "a" => new Entry.Answered(at, Text(row, 2), ReadAnswer(row), (Via)row[5].GetInt32()),
        "w" => new Entry.Weighed(at, Text(row, 2), ReadAnswer(row)),
        "o" => new Entry.Offered(at, Text(row, 2), [.. row.EnumerateArray().Skip(3).Select(static value => value.GetString() ?? "")]),
        "u" => new Entry.Undone(at, int.Parse(Text(row, 2), System.Globalization.CultureInfo.InvariantCulture)),
        "c" => new Entry.Confirming(at, Enum.Parse<Command>(Text(row, 2))),
        "f" => new Entry.Focused(at, Text(row, 2)),
        "r" => new Entry.Released(at),
        "d" => new Entry.Declined(at, Text(row, 2)),
        "s" => new Entry.Stumbled(at, Text(row, 2)),
        "n" => new Entry.Restarted(at),
        "x" => new Entry.Alarmed(at, Text(row, 2)),
        "l" => new Entry.Spoke(at, Text(row, 2)),
        "m" => new Entry.Opgenomen(at, new Opname(Text(row, 2), Text(row, 3))),
        _ => throw new JsonException("Unknown kind of entry in a stored log."),
    };

    private static Answer ReadAnswer(JsonElement row) => new((Standing)row[3].GetInt32(), Text(row, 4));

    private static string Text(JsonElement row, int at) => row[at].GetString() ?? throw new JsonException("A stored log has an entry without its text.");
}
