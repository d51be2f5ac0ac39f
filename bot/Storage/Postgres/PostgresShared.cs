using System.Globalization;
using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>What the instances agree on by way of the database.</summary>
internal static class PostgresShared
{
    private const string CountSql = """
        INSERT INTO attempt (key, until, count) VALUES ($1, $3, 1)
        ON CONFLICT (key) DO UPDATE SET
          count = CASE WHEN attempt.until <= $2 THEN 1 ELSE attempt.count + 1 END,
          until = CASE WHEN attempt.until <= $2 THEN excluded.until ELSE attempt.until END
        RETURNING count, until
        """;

    private const string TallySql = """
        INSERT INTO tally (day, name, label, count)
        SELECT day, name, label, sum(count) FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS input (day, name, label, count)
        GROUP BY day, name, label ORDER BY day, name, label
        ON CONFLICT (day, name, label) DO UPDATE SET count = tally.count + excluded.count
        """;

    public static async ValueTask<(int Count, long Until)> CountAsync(NpgsqlDataSource source, byte[] key, long now, long until, CancellationToken cancellationToken)
        => (await source.AllAsync(CountSql, static row => (row.GetInt32(0), row.GetInt64(1)), cancellationToken, key, now, until))[0];

    /// <summary>The lock belongs to a session, so it goes with the process, however that ends.</summary>
    public static async ValueTask<IAsyncDisposable?> TryLeadAsync(NpgsqlDataSource source, string work, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        var leads = false;
        try
        {
            leads = await AskAsync(connection, "SELECT pg_try_advisory_lock(hashtextextended('klachthulp:' || $1, 0))", work, cancellationToken);
            return leads ? new Lead(connection, work) : null;
        }
        finally
        {
            if (!leads)
            {
                await connection.DisposeAsync();
            }
        }
    }

    public static async ValueTask AddTalliesAsync(NpgsqlDataSource source, IReadOnlyList<Tally> tallies, CancellationToken cancellationToken)
        => await source.ExecuteAsync(
            TallySql,
            cancellationToken,
            tallies.Select(static tally => Day(tally.Day)).ToArray(),
            tallies.Select(static tally => tally.Name).ToArray(),
            tallies.Select(static tally => tally.Label).ToArray(),
            tallies.Select(static tally => tally.Count).ToArray());

    public static async ValueTask<IReadOnlyList<Tally>> ReadTalliesAsync(NpgsqlDataSource source, DateOnly from, CancellationToken cancellationToken)
        => await source.AllAsync(
            "SELECT day, name, label, count FROM tally WHERE day >= $1 ORDER BY day, name, label",
            static row => new Tally(DateOnly.ParseExact(row.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetString(1), row.GetString(2), row.GetInt64(3)),
            cancellationToken,
            Day(from));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, string work, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = work } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>A connection that goes back to the pool keeps its locks until somebody else uses it, so they are let go of here.</summary>
    private sealed class Lead(NpgsqlConnection connection, string work) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await AskAsync(connection, "SELECT pg_advisory_unlock(hashtextextended('klachthulp:' || $1, 0))", work, CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // The session is gone, and the lock with it.
            }
            finally
            {
                await connection.DisposeAsync();
            }
        }
    }
}
