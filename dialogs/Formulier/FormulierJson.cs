using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>The form as JSON: lowerCamelCase Dutch, absent values left out, the same form always the same bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(Klachtformulier))]
public sealed partial class FormulierJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        TypeInfoResolver = new FormulierJson(), // not Default: the order in which static members of two files are set is not ours
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonTypeInfo<Klachtformulier> Info => (JsonTypeInfo<Klachtformulier>)Readable.GetTypeInfo(typeof(Klachtformulier));

    public static byte[] Write(Klachtformulier formulier) => JsonSerializer.SerializeToUtf8Bytes(formulier, Info);

    /// <exception cref="JsonException">The bytes are no form.</exception>
    public static Klachtformulier Read(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, Info) ?? throw new JsonException("The document is empty.");
}
