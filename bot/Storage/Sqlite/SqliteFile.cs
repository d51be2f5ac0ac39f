using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>Opens the database file, brings it to the newest schema, and proves that what is acknowledged will be on the disk.</summary>
internal static class SqliteFile
{
    private const int ReaderBusySeconds = 5;

    public static SqliteSession OpenWriter(string path, int busySeconds)
    {
        CreatePrivately(path);
        var session = Open(path, busySeconds);
        try
        {
            RequireDurable(session);
            Migrate(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public static SqliteSession OpenReader(string path)
    {
        var session = Open(path, ReaderBusySeconds);
        session.Execute("PRAGMA query_only = ON");
        return session;
    }

    /// <exception cref="StorageSetupException">What is committed would not survive a power cut.</exception>
    public static void RequireDurable(SqliteSession session)
    {
        Require(session, "PRAGMA journal_mode = WAL", "wal");
        Require(session, "PRAGMA synchronous", "2");
        Require(session, "PRAGMA foreign_keys", "1");
    }

    private static SqliteSession Open(string path, int busySeconds)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = busySeconds,
        };
        var session = new SqliteSession(new SqliteConnection(settings.ToString()));
        try
        {
            session.Connection.Open();
            session.WaitWhenBusy(true);
            session.Execute("PRAGMA synchronous = FULL");
            session.Execute("PRAGMA secure_delete = ON");
            session.Execute("PRAGMA journal_size_limit = 67108864");
            session.Execute("PRAGMA wal_autocheckpoint = 4000");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Only the account of the service may read it; the files SQLite puts beside it get the same rights.</summary>
    private static void CreatePrivately(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (!File.Exists(path))
        {
            using var file = new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate));
        }
    }

    private static void Require(SqliteSession session, string pragma, string wanted)
    {
        var found = session.First(pragma, static row => row.Text(0));
        if (!string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase))
        {
            throw new StorageSetupException($"SQLite answers '{found}' to '{pragma}' where '{wanted}' is needed; is the file on a network disk?");
        }
    }

    private static void Migrate(SqliteSession session)
    {
        var scripts = MigrationScripts.Of("Sqlite");
        session.Execute("BEGIN IMMEDIATE");
        var version = session.Number("PRAGMA user_version");
        if (version > scripts.Count)
        {
            throw new StorageSetupException($"The database has schema {version}; this version knows {scripts.Count}. Start the newer version.");
        }

        if (version == 0 && session.Number("SELECT count(*) FROM sqlite_master") > 0)
        {
            throw new StorageSetupException("The file is a database of something else.");
        }

        foreach (var script in scripts.Skip((int)version))
        {
            session.Script(script);
        }

        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {scripts.Count}"));
        session.Execute("COMMIT");
    }
}
