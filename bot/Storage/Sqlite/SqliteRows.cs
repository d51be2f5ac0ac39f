namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>The reading statements and the shape of their rows.</summary>
internal static class SqliteRows
{
    private const string ConversationColumns = "id, gemeente, version, last_seq, master_key, key_tag, wrapped_key, body, updated";

    public static SealedConversation? Load(SqliteSession session, string id)
        => session.First($"SELECT {ConversationColumns} FROM conversation WHERE id = ?1", ReadConversation, id);

    public static SealedTranscript? Transcript(SqliteSession session, string id, long after, int max)
    {
        const string Sql = """
            SELECT master_key, key_tag, wrapped_key, turn.version, turn.last_seq, turn.count, turn.activities
            FROM conversation JOIN turn ON turn.conversation = conversation.nr
            WHERE conversation.id = ?1 AND turn.last_seq > ?2 AND turn.count > 0
            ORDER BY turn.last_seq LIMIT ?3
            """;
        var rows = session.All(Sql, static row => (Key: ReadKey(row, 0), Turn: ReadTurn(row, 3)), id, after, max);
        return rows.Count == 0 ? null : new(rows[0].Key, [.. rows.Select(static row => row.Turn)]);
    }

    public static IReadOnlyList<string> Unchanged(SqliteSession session, long moment, int max)
        => session.All(
            "SELECT id FROM conversation WHERE updated < ?1 AND id NOT GLOB 'vast:*' AND nr NOT IN (SELECT conversation FROM outbox) ORDER BY updated LIMIT ?2",
            static row => row.Text(0),
            moment,
            max);

    public static IReadOnlyList<OutboxCount> CountOutbox(SqliteSession session) => session.All(
        "SELECT state, count(*), min(created) FROM outbox GROUP BY state",
        static row => new OutboxCount((OutboxState)row.Number(0), row.Number(1), row.Number(2)));

    public static IReadOnlyList<OwnedKey> WrappedByOthers(SqliteSession session, string masterKeyId, int max)
        => session.All(
            "SELECT id, master_key, key_tag, wrapped_key FROM conversation WHERE master_key <> ?1 LIMIT ?2",
            static row => new OwnedKey(row.Text(0), ReadKey(row, 1)),
            masterKeyId,
            max);

    public static IReadOnlyList<MasterKeyProof> MasterKeys(SqliteSession session)
        => session.All("SELECT id, proof FROM master_key", static row => new MasterKeyProof(row.Text(0), row.Bytes(1)));

    public static SealedPlace? FindOutbox(SqliteSession session, long itemId) => session.All(
        """
        SELECT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.conversation = own.conversation AND earlier.kind = own.kind
        AND earlier.id < own.id AND earlier.state = ?2), own.progress FROM outbox AS own WHERE own.id = ?1
        """,
        static row => new SealedPlace(row.Number(0) != 0, row.IsNull(1) ? null : row.Bytes(1)),
        itemId,
        (long)OutboxState.Waiting).FirstOrDefault();

    /// <summary>Marks items as taken; within the writer's transaction.</summary>
    public static IReadOnlyList<SealedOutboxItem> Lease(SqliteSession session, int max, long now, long until)
    {
        const string Sql = """
            SELECT outbox.id, conversation.id, master_key, key_tag, wrapped_key, kind, key, payload, attempts, state, created, progress
            FROM outbox JOIN conversation ON conversation.nr = outbox.conversation
            WHERE due <= ?1 ORDER BY due, outbox.id LIMIT ?2
            """;
        var items = session.All(
            Sql,
            static row => new SealedOutboxItem(
                row.Number(0), row.Text(1), ReadKey(row, 2), ReadEffect(row, 5), (int)row.Number(8), ReadStanding(row, 9)),
            now,
            max);
        foreach (var item in items)
        {
            session.Execute("UPDATE outbox SET due = ?2, attempts = attempts + 1 WHERE id = ?1", item.Id, until);
        }

        return items;
    }

    public static IReadOnlyList<ConversationCopy> Export(SqliteSession session, string? afterId, int max)
    {
        var rows = session.All(
            $"SELECT {ConversationColumns} FROM conversation WHERE ?1 IS NULL OR id > ?1 ORDER BY id LIMIT ?2", ReadConversation, afterId, max);
        return [.. rows.Select(conversation => new ConversationCopy(conversation, Turns(session, conversation.Id), Effects(session, conversation.Id)))];
    }

    public static void Import(SqliteSession session, ConversationCopy copy)
    {
        var (conversation, key) = (copy.Conversation, copy.Conversation.Key);
        session.Execute(
            $"INSERT INTO conversation ({ConversationColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            conversation.Id, conversation.Gemeente, conversation.Version, conversation.LastSequence,
            key.MasterKeyId, key.Tag, key.Wrapped, conversation.Body, conversation.Updated);
        var nr = session.Number("SELECT nr FROM conversation WHERE id = ?1", conversation.Id);
        foreach (var (turn, dedupe) in copy.Turns)
        {
            session.Execute(
                "INSERT INTO turn (conversation, version, last_seq, count, dedupe, activities) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                nr, turn.Version, turn.LastSequence, turn.Count, dedupe, turn.Activities);
        }

        foreach (var (effect, due, attempts, standing) in copy.Outbox)
        {
            session.Execute(
                "INSERT INTO outbox (conversation, kind, key, due, attempts, payload, state, created, progress) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                nr, effect.Kind, effect.Key, due, attempts, effect.Payload, (long)standing.State, standing.Created, standing.Progress);
        }
    }

    private static List<TurnCopy> Turns(SqliteSession session, string id) => session.All(
        """
        SELECT turn.version, turn.last_seq, count, activities, dedupe FROM turn JOIN conversation ON nr = conversation
        WHERE conversation.id = ?1 ORDER BY turn.version
        """,
        static row => new TurnCopy(ReadTurn(row, 0), row.IsNull(4) ? null : row.Bytes(4)),
        id);

    private static List<EffectCopy> Effects(SqliteSession session, string id) => session.All(
        """
        SELECT kind, key, payload, due, attempts, state, created, progress FROM outbox JOIN conversation ON nr = conversation
        WHERE conversation.id = ?1 ORDER BY key
        """,
        static row => new EffectCopy(ReadEffect(row, 0), row.Number(3), (int)row.Number(4), ReadStanding(row, 5)),
        id);

    private static SealedEffect ReadEffect(SqliteRow row, int at) => new(row.Text(at), row.Text(at + 1), row.Bytes(at + 2));

    private static EffectStanding ReadStanding(SqliteRow row, int at)
        => new((OutboxState)row.Number(at), row.Number(at + 1), row.IsNull(at + 2) ? null : row.Bytes(at + 2));

    private static SealedConversation ReadConversation(SqliteRow row)
        => new(row.Text(0), row.Text(1), row.Number(2), row.Number(3), ReadKey(row, 4), row.Bytes(7), row.Number(8));

    private static WrappedKey ReadKey(SqliteRow row, int at) => new(row.Text(at), row.Bytes(at + 1), row.Bytes(at + 2));

    private static SealedActivities ReadTurn(SqliteRow row, int at)
        => new(row.Number(at), row.Number(at + 1), (int)row.Number(at + 2), row.Bytes(at + 3));
}
