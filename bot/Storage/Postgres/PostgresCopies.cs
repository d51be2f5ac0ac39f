using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>Whole conversations, out and in.</summary>
internal static class PostgresCopies
{
    public static async ValueTask<IReadOnlyList<ConversationCopy>> ExportAsync(
        NpgsqlDataSource source, string? afterId, int max, CancellationToken cancellationToken)
    {
        var conversations = await source.AllAsync(
            $"SELECT {PostgresRows.ConversationColumns} FROM conversation WHERE id > $1 COLLATE \"C\" ORDER BY id LIMIT $2",
            PostgresRows.Conversation, cancellationToken, afterId ?? "", max);
        var ids = conversations.Select(static conversation => conversation.Id).ToArray();
        var turns = (await source.AllAsync(
            "SELECT conversation, version, last_seq, count, activities, dedupe FROM turn WHERE conversation = ANY ($1) ORDER BY conversation, version",
            static row => (Id: row.GetString(0), Turn: new TurnCopy(PostgresRows.Turn(row, 1), row.IsDBNull(5) ? null : PostgresRows.Bytes(row, 5))),
            cancellationToken, [ids])).ToLookup(static row => row.Id, static row => row.Turn, StringComparer.Ordinal);
        var effects = (await source.AllAsync(
            "SELECT conversation, kind, key, payload, due, attempts, state, created, progress FROM outbox WHERE conversation = ANY ($1) ORDER BY conversation, key COLLATE \"C\"",
            static row => (Id: row.GetString(0), Effect: ReadEffect(row)),
            cancellationToken, [ids])).ToLookup(static row => row.Id, static row => row.Effect, StringComparer.Ordinal);
        return [.. conversations.Select(conversation => new ConversationCopy(conversation, [.. turns[conversation.Id]], [.. effects[conversation.Id]]))];
    }

    public static async Task ImportAsync(NpgsqlDataSource source, IReadOnlyList<ConversationCopy> copies, CancellationToken cancellationToken)
    {
        await using var batch = source.CreateBatch();
        foreach (var copy in copies)
        {
            Add(batch, copy);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static EffectCopy ReadEffect(NpgsqlDataReader row)
        => new(PostgresRows.Effect(row, 1), row.GetInt64(4), row.GetInt32(5), PostgresRows.Standing(row, 6));

    private static void Add(NpgsqlBatch batch, ConversationCopy copy)
    {
        var (conversation, key) = (copy.Conversation, copy.Conversation.Key);
        batch.Add(
            $"INSERT INTO conversation ({PostgresRows.ConversationColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            conversation.Id, conversation.Gemeente, conversation.Version, conversation.LastSequence,
            key.MasterKeyId, key.Tag, key.Wrapped, conversation.Body, conversation.Updated);
        foreach (var (turn, dedupe) in copy.Turns)
        {
            batch.Add(
                "INSERT INTO turn (conversation, version, last_seq, count, dedupe, activities) VALUES ($1, $2, $3, $4, $5::bytea, $6)",
                conversation.Id, turn.Version, turn.LastSequence, turn.Count, dedupe, turn.Activities);
        }

        foreach (var (effect, due, attempts, standing) in copy.Outbox)
        {
            batch.Add(
                "INSERT INTO outbox (conversation, kind, key, due, attempts, payload, state, created, progress) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::bytea)",
                conversation.Id, effect.Kind, effect.Key, due, attempts, effect.Payload, (int)standing.State, standing.Created, standing.Progress);
        }
    }
}
