using KlachtHulp.Dialogs.Content;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads seeds/teksten: a folder per language, in it <c>vragen/*.yaml</c> and files of messages.</summary>
public static class WordsReader
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    /// <param name="seeds">Folder of the seeds.</param>
    /// <param name="soorten">Names of the options that are kinds (T01, P01 ...), the same in every question.</param>
    public static Catalogue Read(string seeds, IEnumerable<(string Id, string Naam)> soorten)
    {
        var kinds = soorten.ToDictionary(static soort => soort.Id, static soort => new OptionWords(soort.Naam, []), StringComparer.Ordinal);
        var dutch = Language(Path.Combine(seeds, "teksten", Catalogue.Dutch), kinds);
        return new(Directory.EnumerateDirectories(Path.Combine(seeds, "teksten")).Order(StringComparer.Ordinal)
            .Where(static folder => Path.GetFileName(folder) != Catalogue.Dutch)
            .Select(folder => Language(folder, kinds) with { Fallback = dutch })
            .Prepend(dutch)
            .ToDictionary(static words => words.Language, StringComparer.Ordinal));
    }

    private static Words Language(string folder, IReadOnlyDictionary<string, OptionWords> soorten)
    {
        var own = Folder(Path.GetFileName(folder), folder, soorten);
        var young = Folder(own.Language, Path.Combine(folder, "je"), soorten);
        return own with { Young = young.Questions.Count + young.Messages.Count > 0 ? Over(own, young) : null };
    }

    private static Words Folder(string language, string folder, IReadOnlyDictionary<string, OptionWords> soorten)
    {
        var messages = Files(folder)
            .SelectMany(static file => Parse<Dictionary<string, string>>(file))
            .ToDictionary(StringComparer.Ordinal);
        var kinds = soorten.ToDictionary(static pair => pair.Key, pair => pair.Value with { Titel = messages.GetValueOrDefault($"soort.{pair.Key}", pair.Value.Titel) }, StringComparer.Ordinal);
        var questions = Files(Path.Combine(folder, "vragen"))
            .SelectMany(static file => Parse<Dictionary<string, QuestionRow>>(file))
            .ToDictionary(static pair => pair.Key, pair => pair.Value.ToWords(kinds), StringComparer.Ordinal);
        var words = new Words(language, questions, messages);
        return words.RightToLeft ? LeftToRight.In(words) : words;
    }

    /// <summary>The words of a language with those for the young in their place; what has no own words keeps the ordinary ones.</summary>
    private static Words Over(Words own, Words young)
    {
        var questions = own.Questions.ToDictionary(StringComparer.Ordinal);
        foreach (var (id, words) in young.Questions)
        {
            var adult = own.Question(id);
            questions[id] = new QuestionWords
            {
                Vraag = Either(words.Vraag, adult.Vraag),
                VraagVolgend = Either(words.VraagVolgend, adult.VraagVolgend),
                Hulp = Either(words.Hulp, adult.Hulp),
                Waarom = Either(words.Waarom, adult.Waarom),
                Kort = adult.Kort,
                Opties = adult.Opties.ToDictionary(static pair => pair.Key, pair => Option(pair.Value, words.Opties.GetValueOrDefault(pair.Key)), StringComparer.Ordinal),
            };
        }

        var messages = own.Messages.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, text) in young.Messages)
        {
            messages[key] = text;
        }

        return new Words(own.Language, questions, messages);
    }

    private static string Either(string young, string adult) => young.Length > 0 ? young : adult;

    /// <summary>Only the words on the button differ; what people type for it and what stands on the form is the same.</summary>
    private static OptionWords Option(OptionWords adult, OptionWords? young) => young is { Titel.Length: > 0 } ? adult with { Titel = young.Titel } : adult;

    private static IEnumerable<string> Files(string folder)
        => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];

    private static T Parse<T>(string file)
    {
        try
        {
            return Yaml.Deserialize<T>(File.ReadAllText(file));
        }
        catch (YamlDotNet.Core.YamlException problem)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}, line {problem.Start.Line}: {problem.InnerException?.Message ?? problem.Message}", problem);
        }
    }

    /// <summary>One question as it stands in the file.</summary>
    private sealed record QuestionRow
    {
        public string Vraag { get; init; } = "";

        public string VraagVolgend { get; init; } = "";

        public string Hulp { get; init; } = "";

        public string Waarom { get; init; } = "";

        public string Kort { get; init; } = "";

        public Dictionary<string, OptionRow> Opties { get; init; } = [];

        public QuestionWords ToWords(IReadOnlyDictionary<string, OptionWords> soorten)
        {
            var options = new Dictionary<string, OptionWords>(soorten, StringComparer.Ordinal);
            foreach (var (id, row) in Opties)
            {
                options[id] = new OptionWords(row.Titel, row.Synoniemen) { OpFormulier = row.OpFormulier };
            }

            return new QuestionWords { Vraag = Vraag, VraagVolgend = VraagVolgend, Hulp = Hulp, Waarom = Waarom, Kort = Kort, Opties = options };
        }
    }

    private sealed record OptionRow
    {
        public string Titel { get; init; } = "";

        public List<string> Synoniemen { get; init; } = [];

        public string OpFormulier { get; init; } = "";
    }
}
