using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>What the pages without JavaScript say themselves, from seeds/kanaal/pagina.yaml.</summary>
public sealed record PaginaWoorden
{
    public required string Merk { get; init; }

    /// <summary>Above the choice of a language.</summary>
    public required string Taal { get; init; }

    public required string Titel { get; init; }

    public required string NaarVraag { get; init; }

    public required string Begin { get; init; }

    public required string BeginKnop { get; init; }

    /// <summary>Leads from the page of the chat to the pages.</summary>
    public required string StapVoorStap { get; init; }

    /// <summary>Holds {nr}, {van} and {titel}.</summary>
    public required string Stap { get; init; }

    public required string FoutInTitel { get; init; }

    public required string FoutKop { get; init; }

    public required string LetOp { get; init; }

    public required string HulpNu { get; init; }

    public required string Waarom { get; init; }

    public required string UwAntwoord { get; init; }

    public required string OfTyp { get; init; }

    public required string Meer { get; init; }

    public required string Verstuur { get; init; }

    public required string WeetNiet { get; init; }

    public required string SlaOver { get; init; }

    public required string Genoeg { get; init; }

    public required string Terug { get; init; }

    public required string Annuleer { get; init; }

    public required string Ongedaan { get; init; }

    public required string Mens { get; init; }

    public required string Help { get; init; }

    /// <summary>Under words for somebody in danger: leads to the question.</summary>
    public required string VerderMetKlacht { get; init; }

    /// <summary>Holds {telefoon}.</summary>
    public required string Bellen { get; init; }

    /// <summary>Stands in the place of <see cref="Bellen"/> when no number is known.</summary>
    public required string BellenGemeente { get; init; }

    public required string Wis { get; init; }

    public required string HulpNodig { get; init; }

    public required string Beslist { get; init; }

    /// <summary>Before the resident's own words.</summary>
    public required string USchreef { get; init; }

    /// <summary>Before an option that was read in the story.</summary>
    public required string WijLezen { get; init; }

    public required string KloptDat { get; init; }

    public required string JaKlopt { get; init; }

    public required string AndersDan { get; init; }

    public required string Overzicht { get; init; }

    public required string Wijzig { get; init; }

    /// <summary>Above the letter.</summary>
    public required string Brief { get; init; }

    public required string BriefUitleg { get; init; }

    /// <summary>That the letter is in Dutch; only where the page is not.</summary>
    public required string BriefTaal { get; init; }

    public required string BriefAanpassen { get; init; }

    /// <summary>Stands in the place of <see cref="BriefAanpassen"/> when the letter is longer than one message may be.</summary>
    public required string BriefTeLang { get; init; }

    /// <summary>Marks what the resident changed.</summary>
    public required string BriefAangepast { get; init; }

    /// <summary>An answer changed after the letter was changed by hand.</summary>
    public required string BriefOpnieuw { get; init; }

    /// <summary>Opens the form for proof.</summary>
    public required string Bijlagen { get; init; }

    public required string BijlagenUitleg { get; init; }

    public required string BijlagenKies { get; init; }

    public required string BijlagenStuur { get; init; }

    /// <summary>Holds {woord}.</summary>
    public required string WatIs { get; init; }

    /// <summary>Words that residents stumble over, each with its meaning.</summary>
    public required Dictionary<string, string> Woorden { get; init; }

    public required string Wegen { get; init; }

    public required string MeerWegen { get; init; }

    /// <summary>Holds {dag}.</summary>
    public required string Uiterlijk { get; init; }

    /// <summary>The last day when it has passed; holds {dag}.</summary>
    public required string Voorbij { get; init; }

    public required string Kenmerk { get; init; }

    public required string KenmerkUitleg { get; init; }

    public required string Documenten { get; init; }

    public required string VerlopenTitel { get; init; }

    public required string Verlopen { get; init; }

    /// <summary>The link to a document in a message or a card, after a day.</summary>
    public required string LinkVerlopenTitel { get; init; }

    public required string LinkVerlopen { get; init; }

    public required string FormulierOud { get; init; }

    public required string UwTekst { get; init; }

    public required string GewistTitel { get; init; }

    public required string Gewist { get; init; }

    public required string StoringTitel { get; init; }

    public required string Storing { get; init; }

    public required string Verder { get; init; }

    /// <exception cref="InvalidOperationException">A sentence is missing or unknown.</exception>
    public static PaginaWoorden Read(string path)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking()
            .WithEnforceRequiredMembers().Build();
        try
        {
            return deserializer.Deserialize<PaginaWoorden>(File.ReadAllText(path));
        }
        catch (YamlDotNet.Core.YamlException problem)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }
}
