using System.Net;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KlachtHulp.Tests.Support;

/// <summary>The service in the test's own process, with a dialog of three questions, a store in memory and a clock the test moves.</summary>
public sealed class BotServer : WebApplicationFactory<Program>
{
    public const string Secret = "geheim-van-de-proef-0123456789";

    private readonly TemporaryFolder _folder = new();

    public Dictionary<string, string?> Settings { get; } = new(Ruim.Limits.Select(static limit => KeyValuePair.Create(limit.Name, (string?)limit.Value)))
    {
        ["KlachtHulp:DirectLine:Geheim"] = Secret,
    };

    /// <summary>Address the requests seem to come from; null for none, as when it is not known.</summary>
    public IPAddress? Remote { get; init; } = IPAddress.Loopback;

    public string Environment { get; init; } = "Development";

    /// <summary>Where the signing key is kept; when not set it is a setting, different for each server.</summary>
    public string? DataFolder { get; init; }

    public TestStore Store { get; } = new();

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>More registrations, after all others.</summary>
    public Action<IServiceCollection> Register { get; init; } = static _ => { };

    public DirectLineClient Resident() => new(this);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("KlachtHulp:Gegevens", DataFolder ?? _folder.Path);
        builder.UseSetting("KlachtHulp:Opslag:Soort", "geheugen");
        if (DataFolder is null)
        {
            builder.UseSetting("KlachtHulp:DirectLine:Sleutel", Guid.NewGuid().ToString());
        }

        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services =>
        {
            services.RemoveAll<IDialog>();
            services.RemoveAll<IConversationStore>();
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<IDialog, EchoDialog>().AddSingleton<TimeProvider>(Clock).AddSingleton<IConversationStore>(provider =>
            {
                Store.Signal = provider.GetRequiredService<OutboxSignal>();
                return Store;
            });
            services.AddSingleton<IStartupFilter>(new RemoteAddress(Remote));
            Register(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }

    private sealed class RemoteAddress(IPAddress? address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                http.Connection.RemoteIpAddress = address;
                return following(http);
            });
            next(app);
        };
    }
}
