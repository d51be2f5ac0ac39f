using KlachtHulp.Bot.Content;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>Reads the seeds, proves the tree and registers the conversation.</summary>
public static class GesprekSetup
{
    public static IServiceCollection AddGesprek(this IServiceCollection services)
    {
        // Reading begins at once, beside the building of the host; whoever needs the result waits for what is left.
        var loading = Task.Run(static () => Load(SeedFolder));
        services.AddSingleton(_ => loading.GetAwaiter().GetResult());
        services.AddSingleton(static provider => Documents(provider.GetRequiredService<Klachthulp>()));
        services.AddSingleton<Stukkenmaker>(static provider => provider.GetRequiredService<DocumentMaker>().Stukken);
        services.AddSingleton<IDialog, KlachtGesprek>();
        services.AddHostedService<GesprekStart>();
        return services;
    }

    /// <summary>Folder of the seeds beside the program.</summary>
    public static string SeedFolder => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <exception cref="InvalidDataException">Seeds or tree are not sound; the message lists every problem.</exception>
    public static Klachthulp Load(string seeds)
    {
        var problems = new List<string>();
        var knowledge = KnowledgeReader.Read(seeds, problems);
        Refuse(problems);
        var klachthulp = Klachthulp.Create(WordsReader.Read(seeds, knowledge.Soortnamen), knowledge, out var found);
        Refuse(found);
        return klachthulp;
    }

    public static DocumentMaker Documents(Klachthulp klachthulp)
    {
        var words = klachthulp.Catalogue.In(Catalogue.Dutch);
        var fonts = PdfFonts.Load(Path.Combine(AppContext.BaseDirectory, "assets", "fonts"));
        return new DocumentMaker(words, new PapierPdf(fonts, new PdfTeksten(words.Messages["document.paginanummer"]) { Vierkantjes = words.Messages["document.vierkantjes"] }));
    }

    private static void Refuse(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidDataException("The seeds are not sound:" + string.Concat(problems.Select(static problem => "\n- " + problem)));
        }
    }

    /// <summary>Reads and proves everything when the host starts, so that no resident meets a fault of ours first.</summary>
    private sealed class GesprekStart(IServiceProvider provider) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            var today = Amsterdam.Day((provider.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow());
            var problems = SeedCheck.Problems(provider.GetRequiredService<Klachthulp>().Knowledge, today);
            Refuse([.. problems.Where(static problem => !problem.IsWarning).Select(static problem => problem.Text)]);
            provider.GetRequiredService<IDialog>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
