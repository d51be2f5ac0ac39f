namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>What a turn and an erasure write, within the writer's transaction.</summary>
internal static class SqliteTurns
{
    private const string Create = """
        INSERT INTO conversation (id, gemeente, version, last_seq, updated, master_key, key_tag, wrapped_key, body)
        VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO NOTHING
        RETURNING nr, last_seq
        """;

    private const string Update = """
        UPDATE conversation SET gemeente = ?2, version = version + 1, last_seq = last_seq + ?3, updated = ?4, body = ?5
        WHERE id = ?1 AND version = ?6 AND key_tag = ?7
          AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.conversation = conversation.nr AND turn.dedupe = ?8)
        RETURNING nr, last_seq
        """;

    private const string FindDuplicate = """
        SELECT turn.last_seq - turn.count + 1, turn.count
        FROM conversation JOIN turn ON turn.conversation = conversation.nr
        WHERE conversation.id = ?1 AND turn.dedupe = ?2
        """;

    private const string AddTurn = "INSERT INTO turn (conversation, version, last_seq, count, dedupe, activities) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    // The same effect of the same conversation is queued once; a key that another conversation uses breaks the unique index and fails the turn.
    private const string AddEffect = """
        INSERT INTO outbox (conversation, kind, key, due, attempts, payload, created)
        SELECT ?1, ?2, ?3, ?4, 0, ?5, ?4 WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE key = ?3 AND conversation = ?1)
        """;

    public static SaveResult Save(SqliteSession session, SealedTurn turn)
    {
        if (Advance(session, turn) is not { } place)
        {
            SaveResult? duplicate = session.First(
                FindDuplicate, static row => new SaveResult.Duplicate(row.Number(0), (int)row.Number(1)), turn.ConversationId, turn.Dedupe);
            return duplicate ?? new SaveResult.Conflict();
        }

        var version = turn.ExpectedVersion + 1;
        session.Execute(AddTurn, place.Nr, version, place.LastSequence, turn.Count, turn.Dedupe, turn.Activities);
        foreach (var effect in turn.Outbox)
        {
            session.Execute(AddEffect, place.Nr, effect.Kind, effect.Key, turn.At, effect.Payload);
        }

        return new SaveResult.Saved(version, place.LastSequence - turn.Count + 1);
    }

    /// <summary>The key goes first: from then on nothing of the conversation can be read, whatever is left of it.</summary>
    public static bool Erase(SqliteSession session, string id)
    {
        session.Execute("UPDATE conversation SET wrapped_key = zeroblob(length(wrapped_key)), key_tag = zeroblob(8) WHERE id = ?1", id);
        session.Execute("DELETE FROM outbox WHERE conversation = (SELECT nr FROM conversation WHERE id = ?1)", id);
        session.Execute("DELETE FROM turn WHERE conversation = (SELECT nr FROM conversation WHERE id = ?1)", id);
        return session.Execute("DELETE FROM conversation WHERE id = ?1", id) > 0;
    }

    private static Place? Advance(SqliteSession session, SealedTurn turn) => turn.ExpectedVersion == 0
        ? session.First(
            Create, Place.Read, turn.ConversationId, turn.Gemeente, turn.Count, turn.At, turn.Key.MasterKeyId, turn.Key.Tag, turn.Key.Wrapped, turn.Body)
        : session.First(
            Update, Place.Read, turn.ConversationId, turn.Gemeente, turn.Count, turn.At, turn.Body, turn.ExpectedVersion, turn.Key.Tag, turn.Dedupe);

    private sealed record Place(long Nr, long LastSequence)
    {
        public static Place Read(SqliteRow row) => new(row.Number(0), row.Number(1));
    }
}
