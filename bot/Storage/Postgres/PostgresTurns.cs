using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>Many turns of different conversations in one statement, so in one transaction and one round trip.</summary>
internal static class PostgresTurns
{
    public const string Channel = "klachthulp_gesprek";

    private const string SaveSql = $"""
        WITH input AS (
          SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bytea[], $6::bytea[],
                               $7::bytea[], $8::bytea[], $9::integer[], $10::bytea[], $11::bigint[])
            AS input (id, gemeente, expected, master_key, key_tag, wrapped_key, body, activities, count, dedupe, at)
        ), created AS (
          INSERT INTO conversation (id, gemeente, version, last_seq, updated, master_key, key_tag, wrapped_key, body)
          SELECT id, gemeente, 1, count, at, master_key, key_tag, wrapped_key, body FROM input WHERE expected = 0 ORDER BY id
          ON CONFLICT (id) DO NOTHING
          RETURNING id, last_seq
        ), advanced AS (
          UPDATE conversation SET gemeente = input.gemeente, version = version + 1, last_seq = last_seq + input.count, updated = input.at, body = input.body
          FROM input
          WHERE input.expected > 0 AND conversation.id = input.id AND conversation.version = input.expected AND conversation.key_tag = input.key_tag
            AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.conversation = input.id AND turn.dedupe = input.dedupe)
          RETURNING conversation.id, conversation.last_seq
        ), done AS (
          SELECT * FROM created UNION ALL SELECT * FROM advanced
        ), turns AS (
          INSERT INTO turn (conversation, version, last_seq, count, dedupe, activities)
          SELECT id, expected + 1, done.last_seq, count, dedupe, activities FROM done JOIN input USING (id)
        ), effects AS (
          INSERT INTO outbox (conversation, kind, key, due, attempts, payload, created)
          SELECT effect.conversation, effect.kind, effect.key, input.at, 0, effect.payload, input.at
          FROM unnest($12::text[], $13::text[], $14::text[], $15::bytea[]) WITH ORDINALITY AS effect (conversation, kind, key, payload, nr)
          JOIN done ON done.id = effect.conversation JOIN input ON input.id = effect.conversation
          WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.key = effect.key AND outbox.conversation = effect.conversation)
          ORDER BY effect.nr
        )
        SELECT id, last_seq, pg_notify('{Channel}', $16::text || '|' || id)::text FROM done
        """;

    // A turn that is there with exactly our sealed bytes is ours: its commit succeeded, only the answer was lost.
    private const string ExplainSql = """
        SELECT input.id, turn.activities = input.activities AND turn.version = input.expected + 1, turn.version, turn.last_seq - turn.count + 1, turn.count
        FROM unnest($1::text[], $2::bigint[], $3::bytea[], $4::bytea[]) AS input (id, expected, dedupe, activities)
        JOIN turn ON turn.conversation = input.id
         AND (turn.dedupe = input.dedupe OR (turn.version = input.expected + 1 AND turn.activities = input.activities))
        """;

    /// <param name="turns">At most one per conversation.</param>
    /// <param name="instance">Told with the notification, so that an instance can leave out its own.</param>
    public static async Task<Dictionary<string, SaveResult>> SaveAsync(
        NpgsqlDataSource source, IReadOnlyList<SealedTurn> turns, string instance, CancellationToken cancellationToken)
    {
        var byId = turns.ToDictionary(static turn => turn.ConversationId, StringComparer.Ordinal);
        var results = new Dictionary<string, SaveResult>(StringComparer.Ordinal);
        var saved = await source.AllAsync(SaveSql, static row => (Id: row.GetString(0), Last: row.GetInt64(1)), cancellationToken, Parameters(turns, instance));
        foreach (var (id, last) in saved)
        {
            results[id] = new SaveResult.Saved(byId[id].ExpectedVersion + 1, last - byId[id].Count + 1);
        }

        if (results.Count < turns.Count)
        {
            await ExplainAsync(source, [.. turns.Where(turn => !results.ContainsKey(turn.ConversationId))], results, cancellationToken);
        }

        return results;
    }

    private static async Task ExplainAsync(
        NpgsqlDataSource source, IReadOnlyList<SealedTurn> refused, Dictionary<string, SaveResult> results, CancellationToken cancellationToken)
    {
        foreach (var turn in refused)
        {
            results[turn.ConversationId] = new SaveResult.Conflict();
        }

        var found = await source.AllAsync(
            ExplainSql,
            static row => (Id: row.GetString(0), Result: row.GetBoolean(1)
                ? (SaveResult)new SaveResult.Saved(row.GetInt64(2), row.GetInt64(3))
                : new SaveResult.Duplicate(row.GetInt64(3), row.GetInt32(4))),
            cancellationToken,
            refused.Select(static turn => turn.ConversationId).ToArray(),
            refused.Select(static turn => turn.ExpectedVersion).ToArray(),
            refused.Select(static turn => turn.Dedupe).ToArray(),
            refused.Select(static turn => turn.Activities).ToArray());
        foreach (var (id, result) in found)
        {
            results[id] = result;
        }
    }

    private static object[] Parameters(IReadOnlyList<SealedTurn> turns, string instance)
    {
        var effects = turns.SelectMany(static turn => turn.Outbox.Select(effect => (turn.ConversationId, Effect: effect))).ToArray();
        return
        [
            turns.Select(static turn => turn.ConversationId).ToArray(),
            turns.Select(static turn => turn.Gemeente).ToArray(),
            turns.Select(static turn => turn.ExpectedVersion).ToArray(),
            turns.Select(static turn => turn.Key.MasterKeyId).ToArray(),
            turns.Select(static turn => turn.Key.Tag).ToArray(),
            turns.Select(static turn => turn.Key.Wrapped).ToArray(),
            turns.Select(static turn => turn.Body).ToArray(),
            turns.Select(static turn => turn.Activities).ToArray(),
            turns.Select(static turn => turn.Count).ToArray(),
            turns.Select(static turn => turn.Dedupe).ToArray(),
            turns.Select(static turn => turn.At).ToArray(),
            effects.Select(static effect => effect.ConversationId).ToArray(),
            effects.Select(static effect => effect.Effect.Kind).ToArray(),
            effects.Select(static effect => effect.Effect.Key).ToArray(),
            effects.Select(static effect => effect.Effect.Payload).ToArray(),
            instance,
        ];
    }
}
