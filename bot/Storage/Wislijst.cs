using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Storage;

/// <summary>The numbers of what was erased, in a file of its own beside the database. When an older backup is put back, it is erased again.</summary>
/// <remarks>
/// A number is random and says nothing about anybody. What is older than any backup may be is dropped. Several instances each write a file of their
/// own in one folder, and read all of them.
/// </remarks>
/// <param name="path">The file of this instance.</param>
/// <param name="others">Which files in its folder belong to the list too.</param>
internal sealed class Wislijst(string path, TimeProvider clock, string? others = null)
{
    private const string Ending = ".gewist.txt";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly Lock _lock = new();

    /// <summary>Beside the database, under its name.</summary>
    public static Wislijst Beside(string database, TimeProvider clock) => new(Path.ChangeExtension(database, Ending), clock);

    /// <summary>In a folder that all instances share and that no backup of the database holds.</summary>
    /// <param name="instance">Name of this one; no two that run at once have the same.</param>
    public static Wislijst Shared(string folder, string instance, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        return new(Path.Combine(folder, instance + Ending), clock, "*" + Ending);
    }

    /// <summary>Is on the disk when it returns. Comes before the erasing itself, so that a crash in between erases at the next start.</summary>
    public void Add(string id)
    {
        var line = Encoding.UTF8.GetBytes($"{Day(clock.GetUtcNow())} {id}\n");
        lock (_lock)
        {
            using var file = new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate));
            file.Seek(0, SeekOrigin.End);
            file.Write(line);
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Erases again what an older backup brought back, and drops what is too old to come back.</summary>
    public async Task ReplayAsync(IStorageEngine engine, CancellationToken cancellationToken)
    {
        foreach (var file in others is null ? [path] : Directory.GetFiles(Path.GetDirectoryName(path) ?? ".", others))
        {
            await ReplayAsync(engine, file, cancellationToken);
        }
    }

    private async Task ReplayAsync(IStorageEngine engine, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        var oldest = Day(clock.GetUtcNow() - Kept);
        var all = await File.ReadAllLinesAsync(file, cancellationToken);
        string[] kept = [.. all.Where(line => line.Length > oldest.Length && string.CompareOrdinal(line[..oldest.Length], oldest) >= 0)];
        foreach (var line in kept)
        {
            var id = line[(oldest.Length + 1)..];
            if (await engine.LoadAsync(id, cancellationToken) is not null)
            {
                await engine.EraseAsync(id, cancellationToken);
            }
        }

        // Another instance may be writing in its own.
        if (kept.Length < all.Length && file == path)
        {
            Replace(kept);
        }
    }

    private void Replace(string[] lines)
    {
        var draft = path + ".nieuw";
        using (var file = new FileStream(draft, PrivateFile.Options(FileMode.Create)))
        {
            file.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => line + "\n"))));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
