using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Puts each form in a folder of its own, named by its reference. The folder appears complete or not at all, and is on the disk by then.</summary>
/// <remarks>Only the account of the service may read it: folders 0700, files 0600. Who fetches the folders removes them.</remarks>
public sealed class BestandAflevering(string map) : IAflevering
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        if (!zending.Kenmerk.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return Task.FromResult<Afleverresultaat>(new Afleverresultaat.Geweigerd("reference"));
        }

        var target = Path.Combine(map, zending.Kenmerk);
        if (!Directory.Exists(target))
        {
            Write(zending, target, Path.Combine(map, $".{zending.Kenmerk}.deel"));
        }

        return Task.FromResult<Afleverresultaat>(new Afleverresultaat.Afgeleverd());
    }

    private void Write(Zending zending, string target, string draft)
    {
        CreatePrivately(map);
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        CreatePrivately(draft);
        WriteFile(Path.Combine(draft, "klacht.json"), zending.Json.Span);
        foreach (var stuk in zending.Stukken.Value)
        {
            WriteFile(Path.Combine(draft, Path.GetFileName(stuk.Naam)), stuk.Inhoud);
        }

        DiskFolder.Flush(draft);
        Directory.Move(draft, target);
        DiskFolder.Flush(map);
    }

    private static void CreatePrivately(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Private);
        }
    }

    private static void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, PrivateFile.Options(FileMode.CreateNew));
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
