namespace KlachtHulp.Bot;

/// <summary>Where the service listens when nobody says where, and where to look once it does.</summary>
internal static class ServiceAddress
{
    /// <summary>This machine only: opening up to others is a choice the one who installs it makes.</summary>
    public const string Default = "http://127.0.0.1:3978";

    /// <summary>An address from the settings, the environment or the command line goes before ours; the bare port numbers that container images set do not.</summary>
    public static void UseDefault(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (string.IsNullOrEmpty(configuration[WebHostDefaults.ServerUrlsKey]) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>Tells where to look, after the service has begun to listen.</summary>
    public static void Announce(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Urls)
        {
            Log.Ready(app.Logger, address);
        }
    });
}
