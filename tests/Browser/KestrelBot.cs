using KlachtHulp.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KlachtHulp.Tests.Browser;

/// <summary>The whole service in the test's own process, on a free port, on a day the test chooses.</summary>
public sealed class KestrelBot : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();
    private readonly FixedClock _clock;

    public KestrelBot(DateOnly today)
    {
        _clock = new FixedClock(new DateTimeOffset(today, new TimeOnly(11, 0), TimeSpan.Zero));
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().TrimEnd('/'); // not null: Kestrel listens

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("KlachtHulp:Gegevens", _folder.Path);
        builder.UseSetting("KlachtHulp:Opslag:Pad", Path.Combine(_folder.Path, "klachthulp.db"));
        builder.ConfigureServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(_clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}
