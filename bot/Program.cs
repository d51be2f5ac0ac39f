using KlachtHulp.Bot.Storage;

if (args is [StoreProbe.Verb, var path])
{
    await StoreProbe.RunAsync(path, Console.Out, CancellationToken.None);
    return;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var app = builder.Build();
app.Run();
