using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Recognizers;
using Moment = KlachtHulp.Dialogs.Turns.Moment;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Turns what a story already tells into proposals for the questions that are still to come.</summary>
internal sealed class Verhaallezer(Knowledge knowledge)
{
    /// <summary>The one role in seeds/taal/verhaal.yaml that does not work for the gemeente itself.</summary>
    private const string YouthProtection = "jeugdbeschermer";

    private static readonly string[] OtherKinds = ["informatie", "dossier", "samenwerking"];

    /// <param name="path">Path of the story: the first one, or that of a later complaint.</param>
    public IReadOnlyList<(string Path, string Value)> Read(string path, string story, Moment moment)
    {
        var round = path == VerhaalDialog.Verhaal.Id ? 1 : Tree.IdOf(path) == KlachtDialog.Omschrijving.Id ? Tree.RoundOf(path) : 0;
        if (round == 0)
        {
            return [];
        }

        var reading = StoryReader.Read(story, moment.Today, knowledge.Lexicon);
        var scope = KlachtDialog.Klacht.Scope(round);
        return [.. round == 1 ? General(story, reading, moment) : [], .. Complaint(reading).Select(found => (scope + found.Id, found.Value))];
    }

    private IEnumerable<(string, string)> General(string story, StoryReading reading, Moment moment)
    {
        var uitvoerder = reading.Roles is [var first, ..] ? first.Id == YouthProtection ? "jeugdhulp" : "gemeente" : null;
        if (knowledge.Gemeenten.Find(story, moment.Today) is Gemeentevondst.Een { Hoe: not Herkenning.Tikfout } found)
        {
            yield return (VerhaalDialog.Gemeente.Id, found.Gemeente.Code.Value);
            if (knowledge.SamenwerkingVan(found.Gemeente.Code.Value, story, moment.Today) is { } samen)
            {
                uitvoerder = "samenwerking";
                yield return (VerhaalDialog.Organisatie.Id, samen.Naam);
            }
        }

        if (uitvoerder is not null)
        {
            yield return (VerhaalDialog.Uitvoerder.Id, uitvoerder);
        }

        if (reading.ComplainedBefore is YesNo.Yes or YesNo.No)
        {
            yield return (InterneBehandelingDialog.Geklaagd.Id, reading.ComplainedBefore == YesNo.Yes ? "ja" : "nee");
        }

        if (reading.ComplainedBefore != YesNo.Yes)
        {
            yield break;
        }

        if (Voorstelgroepen.Kanalen(reading.ComplaintChannels) is [var way] && InterneBehandelingDialog.Wijze.Options.Contains(way))
        {
            yield return (InterneBehandelingDialog.Wijze.Id, way);
        }

        if (reading.AnswerReceived == YesNo.No)
        {
            yield return (InterneBehandelingDialog.Antwoord.Id, "nee");
        }

        foreach (var date in Dates(reading, StoryMoment.Klacht, InterneBehandelingDialog.Datum).Concat(Dates(reading, StoryMoment.Antwoord, InterneBehandelingDialog.AntwoordDatum)))
        {
            yield return date;
        }
    }

    private static IEnumerable<(string Id, string Value)> Complaint(StoryReading reading)
    {
        var families = reading.Signals.Select(static signal => Family(signal.Label)).OfType<string>().Distinct().ToList();
        if (families.Count == 0)
        {
            return [];
        }

        // A promise and a privacy breach each have questions of their own, so who tells of both has two complaints.
        IEnumerable<(string, string)> another = families.Contains("toezegging") && families.Contains("privacy") ? [(KlachtDialog.NogEen.Id, "ja")] : [];
        return families[0] switch
        {
            "toezegging" => [(KlachtDialog.Soort.Id, "toezegging"), .. Promise(reading), .. another],
            "privacy" => [(KlachtDialog.Soort.Id, "privacy"), .. Privacy(reading), .. another],
            var kind when OtherKinds.Contains(kind) => [(KlachtDialog.Soort.Id, "anders"), (KlachtDialog.SoortAnders.Id, kind), .. Plain(reading)],
            var kind => [(KlachtDialog.Soort.Id, kind), .. Plain(reading)],
        };
    }

    private static string? Family(string label) => label.Split('.')[0] switch
    {
        "toezegging" => "toezegging",
        "privacy" => "privacy",
        "bejegening" => "bejegening",
        "wachttijd_geen_reactie" or "onbereikbaar" => "traagheid",
        "informatie_onjuist" => "informatie",
        _ => null,
    };

    private static IEnumerable<(string, string)> Promise(StoryReading reading)
    {
        var kinds = Kinds(reading, "toezegging");
        var groups = Voorstelgroepen.Toezegging.Where(group => group.Soorten.Any(kinds.Contains)).ToList();
        if (groups.Count > 0)
        {
            yield return (ToezeggingDialog.Groep.Id, ToezeggingDialog.Groep.Kind.Write([.. groups.Select(static group => group.Groep)]));
        }

        foreach (var (_, question, soorten) in groups.Where(static group => group.Vraag is not null))
        {
            yield return (question!.Id, question.Kind.Write([.. soorten.Where(kinds.Contains)])); // not null: filtered above
        }

        if (reading.Roles is [var who, ..])
        {
            yield return (ToezeggingDialog.Wie.Id, who.Words.Text);
        }

        if (Voorstelgroepen.Kanalen(reading.Channels) is [var channel])
        {
            yield return (ToezeggingDialog.Kanaal.Id, ToezeggingDialog.Kanaal.Kind.Write([channel]));
        }

        if (reading.Amounts is [{ Euro: > 0 } amount])
        {
            yield return (ToezeggingDialog.Bedrag.Id, ToezeggingDialog.Bedrag.Kind.Write(amount.Euro));
        }

        foreach (var date in Dates(reading, StoryMoment.Toezegging, ToezeggingDialog.Wanneer).Concat(Dates(reading, StoryMoment.Weigering, ToezeggingDialog.BreukWanneer)))
        {
            yield return date;
        }
    }

    private static IEnumerable<(string, string)> Privacy(StoryReading reading)
    {
        var kinds = Kinds(reading, "privacy");
        var groups = Voorstelgroepen.Privacy.Where(group => group.Soorten.Any(kinds.Contains)).ToList();
        if (groups.Count > 0)
        {
            yield return (PrivacyDialog.Groep.Id, PrivacyDialog.Groep.Kind.Write([.. groups.Select(static group => group.Groep)]));
        }

        foreach (var (_, question, soorten) in groups.Where(static group => group.Vraag is not null))
        {
            yield return (question!.Id, question.Kind.Write([.. soorten.Where(kinds.Contains)])); // not null: filtered above
        }

        if (reading.Roles is [var who, ..])
        {
            yield return (PrivacyDialog.Wie.Id, who.Words.Text);
        }

        if (Happened(reading) is [var only])
        {
            yield return (PrivacyDialog.Wanneer.Id, DatumKind.Of(only.Reading).Write());
        }
    }

    private static IEnumerable<(string, string)> Plain(StoryReading reading)
    {
        if (reading.Roles is [var who, ..])
        {
            yield return (KlachtDialog.Wie.Id, who.Words.Text);
        }

        if (Happened(reading) is [var only])
        {
            yield return (KlachtDialog.Wanneer.Id, DatumKind.Of(only.Reading).Write());
        }
    }

    /// <summary>The moments that are not those of complaining about it.</summary>
    private static List<StoryDate> Happened(StoryReading reading) => [.. reading.Dates.Where(static date => date.Moment is not (StoryMoment.Klacht or StoryMoment.Antwoord))];

    /// <summary>The likeliest kind of each signal; more would be guessing.</summary>
    private static HashSet<string> Kinds(StoryReading reading, string family)
        => reading.Signals.Where(signal => Family(signal.Label) == family).SelectMany(static signal => signal.Kinds.Take(1)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Only a date of which there is one for that moment: between two the resident chooses.</summary>
    private static IEnumerable<(string, string)> Dates(StoryReading reading, StoryMoment moment, Question<Wanneer> question)
        => reading.Dates.Where(date => date.Moment == moment).ToList() is [var one] ? [(question.Id, DatumKind.Of(one.Reading).Write())] : [];
}
