using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.Bestanden;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Channels.Web;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KlachtHulp.Bot.Channels;

/// <summary>Registers and maps everything by which residents reach the dialog.</summary>
public static class ChannelSetup
{
    /// <summary>Name of the policy for pages of other sites.</summary>
    internal const string Cors = "klachthulp";

    /// <summary>Needs an <see cref="IDialog"/> and a store registered beside it; <see cref="IUploads"/> is optional.</summary>
    public static IServiceCollection AddKlachtHulpChannels(this IServiceCollection services, IConfiguration configuration)
    {
        var directLine = DirectLineSettings.From(configuration);
        services.AddSingleton(directLine).AddSingleton(TurnSettings.From(configuration)).AddSingleton(TimeProvider.System);
        services.AddSingleton(static _ => ShellTalen.Read(Path.Combine(AppContext.BaseDirectory, "seeds")));
        services.AddSingleton<TurnOrder>().AddSingleton<ITurnFeed, LocalTurnFeed>().AddSingleton<TurnRunner>().AddSingleton<Conversations>();
        services.AddLogging(static logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning)
            // Only tells that requests begin and end; without a listener each request is spared a trace that nobody reads.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.AddCors(options => options.AddPolicy(Cors, policy => policy
            .WithOrigins([.. directLine.Origins])
            .WithMethods("GET", "POST", "DELETE", "OPTIONS")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("retry-after", "api-version")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.AddLimits(configuration);
        AddKeys(services, directLine, StorageSettings.Read(configuration));
        AddDirectLine(services);
        AddConnector(services, configuration);
        return services;
    }

    public static void MapKlachtHulp(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<AddressGate>();
        app.UseApiDescription();
        app.UseMiddleware<FailureAnswers>();
        // The middleware takes something of every request it sees; only the streams are asked for as WebSockets.
        app.UseWhen(static http => http.Request.Path.StartsWithSegments("/v3/directline", StringComparison.OrdinalIgnoreCase), static streams => streams.UseWebSockets());
        app.UseCors();
        WarnOfShortTokens(app);
        MapDirectLine(app.MapGroup("/v3/directline").RequireCors(Cors));
        MapApi(app.MapGroup("/api/v1").RequireCors(Cors));
        app.MapPost("/api/messages", static (HttpContext http, MessagingEndpoint endpoint) => endpoint.PostAsync(http));
        app.MapGet("/healthz", ApiEndpoints.Healthy);
    }

    /// <summary>Fit for a trial, which is why it is no reason not to start.</summary>
    private static void WarnOfShortTokens(WebApplication app)
    {
        if (app.Services.GetRequiredService<DirectLineSettings>().TokenLife is var life && life < TimeSpan.FromSeconds(960))
        {
            Log.ShortTokens(app.Logger, (int)life.TotalSeconds);
        }
    }

    /// <summary>The keys are in the database: sealed, in its backup, and the same for every instance. A database in memory has none to come back to, so there they are in a folder.</summary>
    private static void AddKeys(IServiceCollection services, DirectLineSettings settings, StorageSettings storage)
    {
        var protection = services.AddDataProtection().SetApplicationName("KlachtHulp");
        // Says that nothing more encrypts them: the store does, with the master keys.
        services.Configure<KeyManagementOptions>(static options => options.XmlEncryptor = new NullXmlEncryptor());
        if (storage.IsKept)
        {
            services.AddSingleton<SharedKeys>();
            services.AddOptions<KeyManagementOptions>().Configure<SharedKeys>(static (options, keys) => options.XmlRepository = keys);
        }
        else
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(SigningKey.Folder(settings)));
        }
    }

    private static void AddDirectLine(IServiceCollection services)
    {
        services.AddSingleton(static provider => new Tokens(SigningKey.Load(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TokenOffice>().AddSingleton<SharedWindow>().AddSingleton<UsedTickets>().AddSingleton<OpenStreams>().AddSingleton<TypingSign>().AddSingleton<CreationLimiter>().AddSingleton<DirectLineAccess>()
            .AddSingleton<DirectLineWriters>();
        services.AddSingleton<TokenEndpoints>().AddSingleton<ConversationEndpoints>().AddSingleton<ActivityEndpoints>().AddSingleton<StreamEndpoint>()
            .AddSingleton<ApiEndpoints>().AddSingleton<BeginEndpoint>().AddSingleton<Telefoonboek>().AddSingleton<Opening>().AddSingleton<IUploads, Uploads>();
    }

    private static void AddConnector(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider =>
            ConnectorSettings.From(configuration, provider.GetRequiredService<IHostEnvironment>(), File.ReadAllLines(SeedPath("servicehosts.txt"))));
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(static provider => Metadata(provider.GetRequiredService<ConnectorSettings>()));
        services.AddSingleton(static provider =>
            new AppTokens(Http(provider), provider.GetRequiredService<ConnectorSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static provider => new ConnectorClient(
            Http(provider), provider.GetRequiredService<AppTokens>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorClient>>()));
        services.AddSingleton<ServiceUrlPolicy>().AddSingleton<InboundAuthentication>().AddSingleton<ConnectorWriters>().AddSingleton<MessagingEndpoint>()
            .AddSingleton<IEffectHandler, ReplyEffect>();
    }

    private static HttpClient Http(IServiceProvider provider) =>
        new(ConnectorHttp.Handler(provider.GetRequiredService<ConnectorSettings>())) { Timeout = TimeSpan.FromSeconds(15) };

    private static ConfigurationManager<OpenIdConnectConfiguration> Metadata(ConnectorSettings settings)
    {
        var documents = new HttpDocumentRetriever { RequireHttps = settings.Metadata.Scheme == Uri.UriSchemeHttps };
        return new ConfigurationManager<OpenIdConnectConfiguration>(settings.Metadata.AbsoluteUri, new OpenIdConnectConfigurationRetriever(), documents)
        {
            RefreshInterval = settings.MetadataRefresh,
        };
    }

    private static string SeedPath(string file) => Path.Combine(AppContext.BaseDirectory, "seeds", "kanaal", file);

    private static void MapDirectLine(RouteGroupBuilder group)
    {
        group.MapPost("/tokens/generate", static (HttpContext http, TokenEndpoints endpoints) => endpoints.GenerateAsync(http));
        group.MapPost("/tokens/refresh", static (HttpContext http, TokenEndpoints endpoints) => endpoints.RefreshAsync(http));
        group.MapPost("/conversations", static (HttpContext http, ConversationEndpoints endpoints) => endpoints.StartAsync(http));
        group.MapGet("/conversations/{id}", static (HttpContext http, string id, ConversationEndpoints endpoints) => endpoints.ReconnectAsync(http, id));
        group.MapGet("/conversations/{id}/activities", static (HttpContext http, string id, ConversationEndpoints endpoints) =>
            endpoints.HistoryAsync(http, id));
        group.MapPost("/conversations/{id}/activities", static (HttpContext http, string id, ActivityEndpoints endpoints) => endpoints.PostAsync(http, id));
        group.MapPost("/conversations/{id}/upload", static (HttpContext http, string id, ActivityEndpoints endpoints) => endpoints.UploadAsync(http, id));
        group.MapGet("/conversations/{id}/stream", static (HttpContext http, string id, StreamEndpoint endpoint) => endpoint.ConnectAsync(http, id));
        group.MapGet("/session/getsessionid", static () => Results.Json(new SessionResponse(TokenOffice.NewId()), BotJson.Wire.SessionResponse));
    }

    private static void MapApi(RouteGroupBuilder group)
    {
        group.MapApiDescription();
        group.MapPost("/gesprekken", static (HttpContext http, BeginEndpoint endpoint) => endpoint.BeginAsync(http));
        group.MapPost("/tokens", static (HttpContext http, ApiEndpoints endpoints) => endpoints.NewTokenAsync(http));
        group.MapGet("/gesprekken/{id}/overzicht", static (HttpContext http, string id, ApiEndpoints endpoints) => endpoints.OverviewAsync(http, id));
        group.MapGet("/gesprekken/{id}/documenten/{naam}", static (HttpContext http, string id, string naam, ApiEndpoints endpoints) =>
            endpoints.DocumentAsync(http, id, naam));
        group.MapDelete("/gesprekken/{id}", static (HttpContext http, string id, ApiEndpoints endpoints) => endpoints.EraseAsync(http, id));
    }
}
