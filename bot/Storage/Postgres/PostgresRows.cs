using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>The reading statements and the shape of their rows.</summary>
internal static class PostgresRows
{
    public const string ConversationColumns = "id, gemeente, version, last_seq, master_key, key_tag, wrapped_key, body, updated";

    public const string Lease = """
        WITH chosen AS (
          SELECT id FROM outbox WHERE due <= $1 ORDER BY due, id LIMIT $2 FOR UPDATE SKIP LOCKED
        ), taken AS (
          UPDATE outbox SET due = $3, attempts = attempts + 1 FROM chosen WHERE outbox.id = chosen.id RETURNING outbox.*
        )
        SELECT taken.id, conversation.id, master_key, key_tag, wrapped_key, kind, key, payload, attempts - 1, state, created, progress
        FROM taken JOIN conversation ON conversation.id = taken.conversation ORDER BY taken.id
        """;

    public const string FindOutbox = """
        SELECT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.conversation = own.conversation AND earlier.kind = own.kind
        AND earlier.id < own.id AND earlier.state = $2), own.progress FROM outbox AS own WHERE own.id = $1
        """;

    public const string Unchanged = """
        SELECT id FROM conversation WHERE updated < $1 AND NOT starts_with(id, 'vast:') AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.conversation = conversation.id)
        ORDER BY updated LIMIT $2
        """;

    public const string Transcript = """
        SELECT master_key, key_tag, wrapped_key, turn.version, turn.last_seq, turn.count, turn.activities
        FROM conversation JOIN turn ON turn.conversation = conversation.id
        WHERE conversation.id = $1 AND turn.last_seq > $2 AND turn.count > 0
        ORDER BY turn.last_seq LIMIT $3
        """;

    public const string Gaps = """
        SELECT 'Conversation ' || id || ' has a gap in its transcript.' FROM conversation
        WHERE version <> (SELECT count(*) FROM turn WHERE conversation = id)
           OR last_seq <> (SELECT coalesce(sum(count), 0) FROM turn WHERE conversation = id)
        """;

    public static SealedConversation Conversation(NpgsqlDataReader row)
        => new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), Key(row, 4), Bytes(row, 7), row.GetInt64(8));

    public static WrappedKey Key(NpgsqlDataReader row, int at) => new(row.GetString(at), Bytes(row, at + 1), Bytes(row, at + 2));

    public static SealedActivities Turn(NpgsqlDataReader row, int at)
        => new(row.GetInt64(at), row.GetInt64(at + 1), row.GetInt32(at + 2), Bytes(row, at + 3));

    public static SealedOutboxItem Item(NpgsqlDataReader row)
        => new(row.GetInt64(0), row.GetString(1), Key(row, 2), Effect(row, 5), row.GetInt32(8), Standing(row, 9));

    public static SealedEffect Effect(NpgsqlDataReader row, int at) => new(row.GetString(at), row.GetString(at + 1), Bytes(row, at + 2));

    public static EffectStanding Standing(NpgsqlDataReader row, int at)
        => new((OutboxState)row.GetInt32(at), row.GetInt64(at + 1), row.IsDBNull(at + 2) ? null : Bytes(row, at + 2));

    public static SealedPlace Place(NpgsqlDataReader row) => new(row.GetBoolean(0), row.IsDBNull(1) ? null : Bytes(row, 1));

    public static byte[] Bytes(NpgsqlDataReader row, int at) => row.GetFieldValue<byte[]>(at);
}
