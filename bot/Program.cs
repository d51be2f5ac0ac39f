using KlachtHulp.Bot.Channels;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddKlachtHulpChannels(builder.Configuration);
var app = builder.Build();
app.MapKlachtHulp();
app.Run();

/// <summary>Where the service starts; named for the tests, which start it too.</summary>
public sealed partial class Program;
