using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Bewaren;

/// <summary>Registers and maps going on later.</summary>
public static class BewarenSetup
{
    public static IServiceCollection AddBewaren(this IServiceCollection services)
    {
        services.AddSingleton(static provider => new ResumeCodes(
            provider.GetRequiredService<IConversationStore>(),
            provider.GetRequiredService<TimeProvider>(),
            SigningKey.Load(provider)));
        return services.AddSingleton<GuessLimiter>().AddSingleton<CodeLimiter>().AddSingleton<BewarenEndpoints>();
    }

    public static void MapBewaren(this WebApplication app)
    {
        var group = app.MapGroup("/api/v1").RequireCors(ChannelSetup.Cors);
        group.MapPost("/gesprekken/{id}/bewaar", static (HttpContext http, string id, BewarenEndpoints endpoints) => endpoints.SaveAsync(http, id));
        group.MapPost("/gesprekken/{id}/overdracht", static (HttpContext http, string id, BewarenEndpoints endpoints) => endpoints.HandOverAsync(http, id));
        group.MapPost("/gesprekken/{id}/overdracht/stand", static (HttpContext http, string id, BewarenEndpoints endpoints) => endpoints.HandedOverAsync(http, id));
        group.MapPost("/gesprekken/{id}/verleng", static (HttpContext http, string id, BewarenEndpoints endpoints) => endpoints.RenewAsync(http, id));
        group.MapPost("/verder", static (HttpContext http, BewarenEndpoints endpoints) => endpoints.ResumeAsync(http));
    }
}
