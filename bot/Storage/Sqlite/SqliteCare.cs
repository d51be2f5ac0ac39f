using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>Looking after the file: check and backup.</summary>
internal static class SqliteCare
{
    public static StorageCheck Check(SqliteSession session) => new(
        session.Number("SELECT count(*) FROM conversation"),
        session.Number("SELECT count(*) FROM turn"),
        session.Number("SELECT count(*) FROM outbox"),
        [
            .. session.All("PRAGMA integrity_check", static row => row.Text(0)).Where(static line => line != "ok"),
            .. session.All("PRAGMA foreign_key_check", static row => $"Row {row.Text(1)} of {row.Text(0)} belongs to nothing."),
            .. session.All(GapsSql, static row => $"Conversation {row.Text(0)} has a gap in its transcript."),
        ]);

    /// <summary>Copies page by page with SQLite's own backup; a plain copy of the files of a live database is often corrupt.</summary>
    /// <returns>Size of the copy in bytes.</returns>
    /// <exception cref="StorageSetupException">The copy failed its check; nothing is left at the path.</exception>
    public static long Backup(SqliteSession session, string path)
    {
        using (new FileStream(path, PrivateFile.Options(FileMode.CreateNew)))
        {
        }

        try
        {
            CopyTo(session, path);
            return new FileInfo(path).Length;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public static int AddTallies(SqliteSession session, IReadOnlyList<Tally> tallies) => tallies.Sum(tally => session.Execute(
        "INSERT INTO tally (day, name, label, count) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (day, name, label) DO UPDATE SET count = count + excluded.count",
        Day(tally.Day), tally.Name, tally.Label, tally.Count));

    public static IReadOnlyList<Tally> Tallies(SqliteSession session, DateOnly from) => session.All(
        "SELECT day, name, label, count FROM tally WHERE day >= ?1 ORDER BY day, name, label",
        static row => new Tally(DateOnly.ParseExact(row.Text(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Text(1), row.Text(2), row.Number(3)),
        Day(from));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private const string GapsSql = """
        SELECT id FROM conversation
        WHERE version <> (SELECT count(*) FROM turn WHERE conversation = nr)
           OR last_seq <> (SELECT coalesce(sum(count), 0) FROM turn WHERE conversation = nr)
        """;

    private static void CopyTo(SqliteSession session, string path)
    {
        using var target = new SqliteSession(new SqliteConnection($"Data Source={path};Pooling=False"));
        target.Connection.Open();
        session.Connection.BackupDatabase(target.Connection);
        target.Execute("PRAGMA journal_mode = DELETE");
        if (Check(target).Problems is { Count: > 0 } problems)
        {
            throw new StorageSetupException($"The backup is not sound: {problems[0]}");
        }
    }
}
