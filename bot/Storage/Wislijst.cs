using System.Text;

namespace KlachtHulp.Bot.Storage;

/// <summary>The numbers of what was erased, in a file of its own beside the database. When an older backup is put back, it is erased again.</summary>
/// <remarks>
/// A number is random and says nothing about anybody. Beside it stands which data key was erased: a number may come back, as that of a chat in which somebody
/// begins anew, and what was said since has another key and stays. What is older than any backup may be is dropped. Several instances each write a file of
/// their own in one folder, and read all of them.
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
    /// <param name="key">The data key that goes with it; null when there was nothing.</param>
    public void Add(string id, WrappedKey? key)
    {
        var line = Encoding.UTF8.GetBytes(new Wisregel(clock.GetUtcNow(), key?.Tag, id) + "\n");
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

        var oldest = clock.GetUtcNow() - Kept;
        var all = await File.ReadAllLinesAsync(file, cancellationToken);
        string[] kept = [.. all.Where(line => Wisregel.Read(line) is { } read && read.Until >= oldest)];
        foreach (var line in kept.Select(Wisregel.Read).OfType<Wisregel>())
        {
            if (await engine.LoadAsync(line.Id, cancellationToken) is { } found && line.Covers(found))
            {
                await engine.EraseAsync(line.Id, cancellationToken);
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
}
