using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KlachtHulp.Bot.Storage.Sqlite;

/// <summary>One open connection with its prepared statements; used by one thread at a time. Parameters are <c>?1</c>, <c>?2</c>, ... in order.</summary>
/// <remarks>Statements are driven without the commands and readers of ADO.NET: those look every parameter up by name again on every turn.</remarks>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    public SqliteSession(SqliteConnection connection) => _connection = connection;

    public SqliteConnection Connection => _connection;

    /// <summary>False after an error such as a full disk made SQLite roll back by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    private sqlite3 Handle => _connection.Handle ?? throw new InvalidOperationException("The connection is not open.");

    /// <returns>Number of rows that were changed; meaningless for what changes none.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var run = Statement(sql).Run(values);
        while (run.Next())
        {
            // What it returns is not wanted.
        }

        return raw.sqlite3_changes(Handle);
    }

    /// <summary>Several statements, without parameters, used once.</summary>
    public void Script(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    public T? First<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var run = Statement(sql).Run(values);
        return run.Next() ? read(run.Row) : null;
    }

    public List<T> All<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var run = Statement(sql).Run(values);
        while (run.Next())
        {
            rows.Add(read(run.Row));
        }

        return rows;
    }

    /// <returns>The first number of the first row; 0 when there is none.</returns>
    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var run = Statement(sql).Run(values);
        return run.Next() ? run.Row.Number(0) : 0;
    }

    /// <summary>Whether SQLite itself waits for another process, up to the timeout of the connection.</summary>
    public void WaitWhenBusy(bool wait) => raw.sqlite3_busy_timeout(Handle, wait ? _connection.DefaultTimeout * 1000 : 0);

    /// <summary>Several reads of one and the same moment.</summary>
    public T Snapshot<T>(Func<T> work)
    {
        Execute("BEGIN");
        try
        {
            return work();
        }
        finally
        {
            Execute("COMMIT");
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new SqliteStatement(Handle, sql));
        }

        return statement;
    }
}
