using KlachtHulp.Bot;
using KlachtHulp.Bot.Beheer;
using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.Bewaren;
using KlachtHulp.Bot.Channels.Kiosk;
using KlachtHulp.Bot.Channels.Pagina;
using KlachtHulp.Bot.Channels.Web;
using KlachtHulp.Bot.Commands;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Privacy;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams;

if (args is [var verb, ..] && CommandLine.Knows(verb))
{
    return await CommandLine.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
ServiceAddress.UseDefault(builder);
// On Linux the sockets report on the thread pool, so a request may go on right there instead of being queued once more.
builder.WebHost.UseSockets(static sockets => sockets.UnsafePreferInlineScheduling = true);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddGesprek();
builder.Services.AddKlachtHulpChannels(builder.Configuration);
builder.Services.AddAfleveren(builder.Configuration).AddPrivacy(builder.Configuration).AddBeheer(builder.Configuration);
builder.Services.AddPagina().AddBewaren().AddTeams(builder.Configuration);
var app = builder.Build();
app.UseSecurityHeaders();
app.MapKlachtHulp();
app.MapBeheer();
app.MapSecurityTxt();
app.MapWebClient();
app.MapBewaren();
app.MapInzage();
app.MapPagina();
app.MapTeams();
app.MapKiosk();
ServiceAddress.Announce(app);
app.Run();
return 0;

/// <summary>Where the service starts; named for the tests, which start it too.</summary>
public sealed partial class Program;
