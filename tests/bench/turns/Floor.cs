using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KlachtHulp.Bench.Turns;

/// <summary>The least a durable turn can be here: read the row, check its version, write it, flush together with whoever waits, answer one message.</summary>
internal static class Floor
{
    private const string Upsert = """
        INSERT INTO state (id, version, body) VALUES ($1, 1, $2) ON CONFLICT (id) DO UPDATE SET version = version + 1, body = $2
        """;

    public static async Task RunAsync(string port)
    {
        var folder = Directory.CreateTempSubdirectory("klachthulp-floor-");
        try
        {
            using var connection = Open(Path.Combine(folder.FullName, "floor.db"));
            var queue = Channel.CreateUnbounded<(string Id, byte[] Body, TaskCompletionSource Done)>(new UnboundedChannelOptions { SingleReader = true });
            var writer = Task.Factory.StartNew(() => Write(connection, queue.Reader), TaskCreationOptions.LongRunning);
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
            await using var app = builder.Build();
            app.MapPost("/api/messages", async http => await AnswerAsync(http, queue.Writer));
            await app.StartAsync();
            Console.WriteLine($"http://127.0.0.1:{port}/klacht");
            await app.WaitForShutdownAsync();
            queue.Writer.Complete();
            await writer;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AnswerAsync(HttpContext http, ChannelWriter<(string Id, byte[] Body, TaskCompletionSource Done)> queue)
    {
        using var activity = await JsonDocument.ParseAsync(http.Request.Body);
        var (root, done) = (activity.RootElement, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var body = JsonSerializer.SerializeToUtf8Bytes(root.GetProperty("text").GetString());
        await queue.WriteAsync((root.GetProperty("conversation").GetProperty("id").GetString() ?? "", body, done));
        await done.Task;
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("replyToId", root.GetProperty("id").GetString());
        json.WriteString("text", "Gehoord.");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE state (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID";
        setup.ExecuteNonQuery();
        return connection;
    }

    private static void Write(SqliteConnection connection, ChannelReader<(string Id, byte[] Body, TaskCompletionSource Done)> queue)
    {
        using var read = Prepare(connection, "SELECT version, body FROM state WHERE id = $1", 1);
        using var write = Prepare(connection, Upsert, 2);
        var batch = new List<TaskCompletionSource>();
        while (queue.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            using (var transaction = connection.BeginTransaction())
            {
                (read.Transaction, write.Transaction) = (transaction, transaction);
                while (batch.Count < 1024 && queue.TryRead(out var job))
                {
                    read.Parameters[0].Value = job.Id;
                    read.ExecuteScalar();
                    (write.Parameters[0].Value, write.Parameters[1].Value) = (job.Id, job.Body);
                    write.ExecuteNonQuery();
                    batch.Add(job.Done);
                }

                transaction.Commit();
            }

            batch.ForEach(static done => done.SetResult());
            batch.Clear();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        }

        return command;
    }
}
