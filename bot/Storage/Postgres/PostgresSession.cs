using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>Short forms for statements whose parameters are <c>$1</c>, <c>$2</c>, ... in order.</summary>
internal static class PostgresSession
{
    public static async ValueTask<int> ExecuteAsync(this NpgsqlDataSource source, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Bind(source.CreateCommand(sql), values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async ValueTask<List<T>> AllAsync<T>(
        this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = Bind(source.CreateCommand(sql), values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static async ValueTask<string> TextAsync(this NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
        => (await source.AllAsync(sql, static row => row.GetString(0), cancellationToken))[0];

    /// <summary>Adds a statement to a batch; a batch is one round trip and one transaction.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlCommand Bind(NpgsqlCommand command, object?[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
