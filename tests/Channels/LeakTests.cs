using System.Collections.Concurrent;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlachtHulp.Tests.Channels;

/// <summary>What a resident writes, and what opens a conversation, reaches no log at any level.</summary>
public sealed class LeakTests
{
    private const string Canary = "kanarie-7f3a91";

    [Fact]
    public async Task Nothing_of_a_resident_and_no_token_is_logged_in_good_turns_or_bad_ones()
    {
        var lines = new Lines();
        using var server = new BotServer { Register = services => services.AddLogging(logging => logging.AddProvider(lines).SetMinimumLevel(LogLevel.Trace)) };
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync(Canary, Canary);
        await resident.PostAsync($$"""{"type":"message","from":{"id":"{{Canary}}"},"text":"{{Canary}}","value":{"vraag":"{{Canary}}","antwoord":"{{Canary}}"} }""");
        await resident.PostAsync($$"""{"type":"message","from":{"id":"{{Canary}}"},"text":{"{{Canary}}":1} }""");
        await resident.SendAsync(HttpMethod.Get, $"conversations/{resident.ConversationId}/activities?watermark={Canary}");
        await resident.SendAsync(HttpMethod.Get, $"/api/v1/gesprekken/{resident.ConversationId}/documenten/{Canary}?t={Canary}");
        using (await server.Server.CreateWebSocketClient().ConnectAsync(new Uri(resident.StreamUrl), CancellationToken.None))
        {
            server.Store.BeforeSave = static commit => throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(commit.Body.Span));
            Assert.Equal(503, (await resident.SayAsync(Canary)).Status);
        }

        await resident.SendAsync(HttpMethod.Post, "/api/messages",
            $$"""{"type":"message","text":"{{Canary}}","serviceUrl":"https://{{Canary}}.example","conversation":{"id":"{{Canary}}"} }""", credential: "");

        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, static line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines.All, line =>
            line.Contains(resident.Token[..20], StringComparison.Ordinal) || line.Contains(resident.StreamUrl[^20..], StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains(resident.ConversationId, StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
