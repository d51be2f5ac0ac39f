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
    public static byte[] Write(Klachtformulier formulier) => JsonSerializer.SerializeToUtf8Bytes(formulier, Info);

    /// <exception cref="JsonException">The bytes are no form.</exception>
    public static Klachtformulier Read(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, Info) ?? throw new JsonException("The document is empty.");

    private static JsonTypeInfo<Klachtformulier> Info => Readable.Info;

    /// <summary>Apart, so that the generated members of the context exist before it is used.</summary>
    private static class Readable
    {
        private static readonly JsonSerializerOptions Options = new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = Default };

        public static readonly JsonTypeInfo<Klachtformulier> Info = (JsonTypeInfo<Klachtformulier>)Options.GetTypeInfo(typeof(Klachtformulier));
    }
}
