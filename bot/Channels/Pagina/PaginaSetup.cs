using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Registers and maps the pages that need no JavaScript.</summary>
public static class PaginaSetup
{
    /// <summary>Bytes of one form: the longest text that one message may have, however it is encoded.</summary>
    private const long MaxForm = 128 * 1024;

    public static IServiceCollection AddPagina(this IServiceCollection services)
    {
        services.AddAntiforgery(static options =>
        {
            options.Cookie.Name = "klachthulp-formulier";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/klacht";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(static provider => new PaginaTalen(
            Path.Combine(AppContext.BaseDirectory, "seeds", "kanaal"), provider.GetRequiredService<Turns.ShellTalen>(), Contact(provider.GetRequiredService<IConfiguration>())));
        return services.AddSingleton<GesprekCookie>().AddSingleton<VerderEndpoints>().AddSingleton<PaginaEndpoints>().AddSingleton<BeginFormulier>().AddSingleton<BestandEndpoint>();
    }

    public static void MapPagina(this WebApplication app)
    {
        var pages = app.MapGroup("/klacht").AddEndpointFilter(FailAsync);
        pages.MapGet("/stap", static (HttpContext http, PaginaEndpoints endpoints) => endpoints.ShowAsync(http));
        pages.MapPost("/begin", static (HttpContext http, PaginaEndpoints endpoints) => endpoints.BeginAsync(http)).WithMetadata(new RequestSizeLimitAttribute(MaxForm));
        pages.MapPost("/stap", static (HttpContext http, PaginaEndpoints endpoints) => endpoints.TakeAsync(http)).WithMetadata(new RequestSizeLimitAttribute(MaxForm));
        pages.MapPost("/bestand", static (HttpContext http, BestandEndpoint endpoint) => endpoint.TakeAsync(http)).WithMetadata(new RequestSizeLimitAttribute(BestandEndpoint.MaxForm));
        pages.MapGet("/document/{naam}", static (HttpContext http, string naam, PaginaEndpoints endpoints) => endpoints.DocumentAsync(http, naam));
        pages.MapGet("/gewist", static (HttpContext http, PaginaEndpoints endpoints) => endpoints.Erased(http));
        MapVerder(app, pages);
    }

    private static void MapVerder(WebApplication app, RouteGroupBuilder pages)
    {
        pages.MapPost("/bewaar", static (HttpContext http, VerderEndpoints endpoints) => endpoints.SaveAsync(http));
        pages.MapGet("/verder", static (HttpContext http, VerderEndpoints endpoints) => endpoints.Ask(http));
        pages.MapPost("/verder", static (HttpContext http, VerderEndpoints endpoints) => endpoints.ResumeAsync(http));
        pages.MapGet("/weg", static (HttpContext http, VerderEndpoints endpoints) => endpoints.Leave(http));
        app.MapGet("/toegankelijkheid", static (HttpContext http, VerderEndpoints endpoints) => endpoints.Toegankelijkheid(http));
    }

    /// <exception cref="InvalidOperationException">The contact is no mailto, tel or https address.</exception>
    private static string Contact(IConfiguration configuration)
    {
        var contact = configuration["KlachtHulp:Toegankelijkheid:Contact"] ?? "";
        return contact.Length == 0 || (Uri.TryCreate(contact, UriKind.Absolute, out var address) && (address.Scheme is "mailto" or "tel" or "https"))
            ? contact
            : throw new InvalidOperationException("KlachtHulp:Toegankelijkheid:Contact must begin with mailto:, tel: or https:.");
    }

    /// <summary>Whoever sees pages gets a page when something fails, not the answer of an API.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The one handler of these pages; the kind is logged.")]
    private static async ValueTask<object?> FailAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem)
        {
            Log.RequestFailed(http.RequestServices.GetRequiredService<ILogger<PaginaEndpoints>>(), problem.GetType().Name);
            return http.RequestServices.GetRequiredService<PaginaEndpoints>().Failed(http);
        }
    }
}
