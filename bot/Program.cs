using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Storage;

if (args is [StoreProbe.Verb, var path])
{
    await StoreProbe.RunAsync(path, Console.Out, CancellationToken.None);
    return;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddKlachtHulpChannels(builder.Configuration);
var app = builder.Build();
app.MapKlachtHulp();
app.Run();

/// <summary>Where the service starts; named for the tests, which start it too.</summary>
public sealed partial class Program;
