using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>The log as it is stored: an array of short arrays, UTF-8 JSON. <c>Read(Write(log))</c> gives the same log.</summary>
/// <remarks>The letters and their places are a storage format: add, never change.</remarks>
public static class LogCodec
{
    /// <summary>Bytes of the shortest row, to guess how many there are.</summary>
    private const int ShortestRow = 48;

    public static ReadOnlyMemory<byte> Write(ImmutableArray<Entry> log) => Rows(log, from: 0);

    /// <summary>The same as <see cref="Write"/>, for a log that only grew.</summary>
    /// <param name="body">What was written of the first entries.</param>
    /// <param name="count">How many those are.</param>
    public static ReadOnlyMemory<byte> Append(ReadOnlyMemory<byte> body, int count, ImmutableArray<Entry> log)
    {
        if (count == 0)
        {
            return Write(log);
        }

        if (count == log.Length)
        {
            return body;
        }

        var rows = Rows(log, count).Span;
        var whole = new byte[body.Length + rows.Length - 1];
        body.Span.CopyTo(whole);
        rows[1..].CopyTo(whole.AsSpan(body.Length));
        whole[body.Length - 1] = (byte)',';
        return whole;
    }

    private static ReadOnlyMemory<byte> Rows(ImmutableArray<Entry> log, int from)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            var last = from == 0 ? 0 : log[from - 1].At.ToUnixTimeSeconds();
            foreach (var entry in log.AsSpan(from..))
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
                WriteAll(json, offered.Values);
                break;
            case Entry.Passed passed:
                Start(json, "p", seconds, text: null);
                WriteAll(json, passed.Paths);
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

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            json.WriteStringValue(value);
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

        var json = new Utf8JsonReader(body.Span);
        var entries = ImmutableArray.CreateBuilder<Entry>(body.Length / ShortestRow);
        var seconds = 0L;
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            var letter = Text(ref json);
            seconds += Number(ref json);
            entries.Add(ReadEntry(ref json, letter, DateTimeOffset.FromUnixTimeSeconds(seconds)));
        }

        return json.TokenType == JsonTokenType.EndArray && !json.Read() ? entries.DrainToImmutable() : throw Broken();
    }

    private static Entry ReadEntry(ref Utf8JsonReader json, string letter, DateTimeOffset at)
    {
        Entry entry = letter switch
        {
            "a" => new Entry.Answered(at, Text(ref json), ReadAnswer(ref json), (Via)Number(ref json)),
            "w" => new Entry.Weighed(at, Text(ref json), ReadAnswer(ref json)),
            "o" => new Entry.Offered(at, Text(ref json), Rest(ref json)),
            "p" => new Entry.Passed(at, Rest(ref json)),
            "u" => new Entry.Undone(at, int.Parse(Text(ref json), System.Globalization.CultureInfo.InvariantCulture)),
            "c" => new Entry.Confirming(at, Enum.Parse<Command>(Text(ref json))),
            "f" => new Entry.Focused(at, Text(ref json)),
            "r" => new Entry.Released(at),
            "d" => new Entry.Declined(at, Text(ref json)),
            "s" => new Entry.Stumbled(at, Text(ref json)),
            "n" => new Entry.Restarted(at),
            "x" => new Entry.Alarmed(at, Text(ref json)),
            "l" => new Entry.Spoke(at, Text(ref json)),
            "m" => new Entry.Opgenomen(at, new Opname(Text(ref json), Text(ref json))),
            _ => throw new JsonException("Unknown kind of entry in a stored log."),
        };
        if (json.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref json, JsonTokenType.EndArray);
        }

        return entry;
    }

    private static Answer ReadAnswer(ref Utf8JsonReader json) => new((Standing)Number(ref json), Text(ref json));

    /// <summary>The strings up to the end of the row.</summary>
    private static List<string> Rest(ref Utf8JsonReader json)
    {
        var values = new List<string>();
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            values.Add(json.GetString() ?? "");
        }

        return values;
    }

    private static string Text(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.String);
        return json.GetString() ?? throw Broken();
    }

    private static long Number(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.Number);
        return json.GetInt64();
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType wanted)
    {
        if (!json.Read() || json.TokenType != wanted)
        {
            throw Broken();
        }
    }

    private static JsonException Broken() => new("The bytes are not the log of a conversation.");
}
