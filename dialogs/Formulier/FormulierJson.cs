using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The form as JSON: lowerCamelCase Dutch, absent values left out, the same form always the same bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(Klachtformulier))]
public sealed partial class FormulierJson : JsonSerializerContext
{
    /// <summary>With letters such as é written as they are. A context of its own: the order in which the two parts of this class set their fields is not fixed.</summary>
    private static readonly FormulierJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Write(Klachtformulier formulier) => JsonSerializer.SerializeToUtf8Bytes(formulier, Readable.Klachtformulier);

    /// <exception cref="JsonException">The bytes are no form.</exception>
    public static Klachtformulier Read(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, Readable.Klachtformulier) ?? throw new JsonException("The document is empty.");
}
