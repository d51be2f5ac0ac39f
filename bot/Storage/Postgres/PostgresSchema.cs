using System.Globalization;
using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>Brings the database to the newest schema and proves that what is acknowledged will be on the disk.</summary>
internal static class PostgresSchema
{
    // Any number will do, as long as every instance uses the same.
    private const long MigrationLock = 0x4B6C61636874;

    /// <exception cref="StorageSetupException">The server would acknowledge what it may lose.</exception>
    public static async Task RequireDurableAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        foreach (var setting in new[] { "synchronous_commit", "fsync", "full_page_writes" })
        {
            // remote_apply waits for the standby's disk as well.
            if (await source.TextAsync($"SHOW {setting}", cancellationToken) is var found && found is not ("on" or "remote_apply"))
            {
                throw new StorageSetupException($"PostgreSQL has {setting} = {found}; it must be on, or acknowledged turns can be lost.");
            }
        }
    }

    /// <summary>Safe when several instances start at once.</summary>
    /// <exception cref="StorageSetupException">The database belongs to a newer version.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({MigrationLock})", cancellationToken);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)", cancellationToken);
        var version = await VersionAsync(connection, cancellationToken);
        var scripts = MigrationScripts.Of("Postgres");
        if (version > scripts.Count)
        {
            throw new StorageSetupException($"The database has schema {version}; this version knows {scripts.Count}. Start the newer version.");
        }

        foreach (var script in scripts.Skip(version))
        {
            await ExecuteAsync(connection, script, cancellationToken);
        }

        await ExecuteAsync(connection, "DELETE FROM schema_version", cancellationToken);
        await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({scripts.Count})"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM schema_version", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken) ?? 0);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
