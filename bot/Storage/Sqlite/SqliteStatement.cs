using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>One prepared statement, run again and again.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Begins one run; disposing it makes the statement ready for the next.</summary>
    public Execution Run(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Check(Bind(index + 1, values[index]));
        }

        return new Execution(this);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int number, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, number),
        long whole => raw.sqlite3_bind_int64(_statement, number, whole),
        int whole => raw.sqlite3_bind_int64(_statement, number, whole),
        string text => raw.sqlite3_bind_text(_statement, number, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, number, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} is not stored.", nameof(value)),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);

    internal readonly ref struct Execution(SqliteStatement owner)
    {
        public SqliteRow Row => new(owner._statement);

        /// <summary>Goes to the next row.</summary>
        /// <exception cref="SqliteException">The statement failed.</exception>
        public bool Next()
        {
            var code = raw.sqlite3_step(owner._statement);
            if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            {
                owner.Check(code);
            }

            return code == raw.SQLITE_ROW;
        }

        // What the last step said was told by Next already.
        public void Dispose() => raw.sqlite3_reset(owner._statement);
    }
}

/// <summary>The row a statement stands on; columns count from 0.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();
}
