using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace KlachtHulp.Bot.Storage.Postgres;

/// <summary>Brings what other instances wrote to the feed of this one. Needs a connection of its own (not through a pooler in transaction mode).</summary>
internal sealed class PostgresListener : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly NpgsqlDataSource _source;
    private readonly string _instance;
    private readonly ConversationFeed _feed;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;

    public PostgresListener(NpgsqlDataSource source, string instance, ConversationFeed feed, TimeProvider clock)
    {
        _source = source;
        _instance = instance;
        _feed = feed;
        _clock = clock;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Done once the first LISTEN is in force.</summary>
    public Task Listening => _listening.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever cut the connection, the next one brings everybody up to date.")]
    private async Task LoopAsync()
    {
        var pause = TimeSpan.Zero;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, _clock, _stop.Token);
                await ListenAsync(_stop.Token);
            }
            catch (Exception)
            {
                pause = Pause;
            }
        }
    }

    /// <summary>While nobody listened something may have been missed, so after each connect everybody reads again.</summary>
    /// <remarks>A dead connection shows at the next ping.</remarks>
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        connection.Notification += Publish;
        await RunAsync(connection, $"LISTEN {PostgresTurns.Channel}", cancellationToken);
        _listening.TrySetResult();
        _feed.PublishAll();
        while (true)
        {
            if (!await connection.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken))
            {
                await RunAsync(connection, "SELECT 1", cancellationToken);
            }
        }
    }

    private void Publish(object sender, NpgsqlNotificationEventArgs notification)
    {
        var split = notification.Payload.IndexOf('|', StringComparison.Ordinal);
        if (split >= 0 && !notification.Payload.AsSpan(0, split).SequenceEqual(_instance))
        {
            _feed.PublishElsewhere(notification.Payload[(split + 1)..]);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
