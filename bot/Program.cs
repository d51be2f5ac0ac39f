if (args is ["recognize", ..])
{
    return KlachtHulp.Bot.Commands.RecognizeCommand.Run(Path.Combine(AppContext.BaseDirectory, "seeds"));
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var app = builder.Build();
app.Run();
return 0;
