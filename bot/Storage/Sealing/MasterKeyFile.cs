using System.Security.Cryptography;
using System.Text.Json;

namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>Reads master keys from a file: <c>{"sleutels": [{"id": "...", "sleutel": "base64 of 32 bytes"}]}</c>, from old to new.</summary>
internal static class MasterKeyFile
{
    /// <exception cref="StorageSetupException">The file is missing or not as described.</exception>
    public static MasterKeys Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new([.. document.RootElement.GetProperty("sleutels").EnumerateArray().Select(ReadKey)]);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException || IsMisshapen(reason))
        {
            throw new StorageSetupException($"The file with master keys '{path}' cannot be read: {reason.Message}", reason);
        }
    }

    /// <summary>Makes a file with one new key, complete or not at all, readable by this account only.</summary>
    /// <param name="id">Name of the key.</param>
    public static void Create(string path, string id)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var draft = path + ".nieuw";
        using (var file = new FileStream(draft, PrivateFile.Options(FileMode.Create)))
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            WriteKey(json, id, RandomNumberGenerator.GetBytes(MasterKeys.Size));
            json.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: false);
    }

    private static bool IsMisshapen(Exception reason) => reason is JsonException or KeyNotFoundException or InvalidOperationException or FormatException;

    private static (string Id, byte[] Key) ReadKey(JsonElement entry)
        => (entry.GetProperty("id").GetString() ?? "", entry.GetProperty("sleutel").GetBytesFromBase64());

    private static void WriteKey(Utf8JsonWriter json, string id, byte[] key)
    {
        json.WriteStartObject();
        json.WriteStartArray("sleutels");
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteBase64String("sleutel", key);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
