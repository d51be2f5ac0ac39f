using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Registers everything that keeps one caller from taking the service from the others.</summary>
internal static class LimitSetup
{
    /// <summary>Bytes a second below which a body is given up, once it had its time to begin: slower than the slowest telephone.</summary>
    private const double SlowestBody = 500;

    /// <summary>Bytes of a connection that are read ahead: calls written behind each other wait at the caller's.</summary>
    private const long MostUnread = 128 * 1024;

    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = LimitSettings.From(configuration);
        services.AddSingleton(settings).AddSingleton<AddressBook>().AddSingleton<WaitingRoom>().AddSingleton<ConversationPace>().AddSingleton<UploadPlaces>();
        services.AddSingleton<ConversationProof>().AddSingleton<Refusals>().AddSingleton<OpenConnections>().AddSingleton<IConnectionListenerFactory, GuardedTransport>();
        services.AddSingleton(static _ => DrukteWoorden.Read(Path.Combine(AppContext.BaseDirectory, "seeds", "kanaal", "drukte.yaml")));
        services.Configure<KestrelServerOptions>(options => Limit(options.Limits, settings));
        return services.Configure<ForwardedHeadersOptions>(options => Believe(options, settings.Proxies));
    }

    private static void Limit(KestrelServerLimits limits, LimitSettings settings)
    {
        limits.MaxRequestBufferSize = MostUnread;
        limits.MaxConcurrentConnections = settings.Connections;
        limits.MaxConcurrentUpgradedConnections = settings.Connections;
        limits.RequestHeadersTimeout = settings.HeadPatience;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, settings.HeadPatience);
    }

    /// <summary>Behind a proxy every request comes from the proxy; without this all residents together would be one address to the limits.</summary>
    private static void Believe(ForwardedHeadersOptions options, TrustedProxies proxies)
    {
        options.ForwardedHeaders = proxies.Any ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }
}
