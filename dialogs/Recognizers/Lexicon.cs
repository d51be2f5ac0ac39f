using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Commands;
using KlachtHulp.Dialogs.Recognizers.Contact;
using KlachtHulp.Dialogs.Recognizers.Dates;
using KlachtHulp.Dialogs.Recognizers.Numbers;
using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Stories;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>The Dutch words of seeds/taal, ready for use. Immutable; made once at start-up and passed to every recogniser.</summary>
public sealed class Lexicon
{
    /// <exception cref="FormatException">A seed names a kind of word, a feast or a date that does not exist.</exception>
    public Lexicon(TaalSeeds seeds)
    {
        TimeWords = new(SeedWords.OfTime(seeds.Tijdwoorden));
        Numbers = SeedWords.OfNumbers(seeds.Telwoorden);
        Ranks = new(seeds.Telwoorden.Relatief.Select(static pair => KeyValuePair.Create(pair.Key, new RelativeRank(pair.Value.Plaats, pair.Value.Vanaf))));
        Feasts = new(SeedWords.OfFeasts(seeds.Feestdagen, seeds.Islamkalender));
        YesNo = new(SeedWords.OfAnswers(seeds.JaNee));
        Reservations = seeds.JaNee.Voorbehoud.ToFrozenSet(StringComparer.Ordinal);
        AnswerFillers = seeds.JaNee.AntwoordVulling.ToFrozenSet(StringComparer.Ordinal);
        Nothing = Phrases(seeds.JaNee.Niets);
        FunctionWords = seeds.JaNee.Functiewoorden.ToFrozenSet(StringComparer.Ordinal);
        Denials = seeds.JaNee.Ontkenning.ToFrozenSet(StringComparer.Ordinal);
        QuestionStarts = Phrases(seeds.JaNee.Vraagbegin);
        ChoiceFillers = seeds.JaNee.KeuzeVulling.ToFrozenSet(StringComparer.Ordinal);
        ChoiceAll = new(seeds.JaNee.KeuzeAlles);
        Money = new(seeds.Munten);
        Address = new(seeds.Adres);
        NameStarts = Phrases(seeds.Adres.NaamBegin);
        Currencies = new(seeds.Munten);
        Signals = new(seeds.Signalen);
        Weights = new(seeds.Gewichten);
        Commands = new(seeds.Opdrachten);
        Crisis = new(seeds.Crisis);
        Stories = new(seeds.Verhaal);
    }

    private static PhraseBook<bool> Phrases(List<string> phrases) => new(phrases.Distinct(StringComparer.Ordinal).Select(static phrase => KeyValuePair.Create(phrase, true)));

    internal TimeWords TimeWords { get; }

    internal NumberWords Numbers { get; }

    internal PhraseBook<RelativeRank> Ranks { get; }

    internal PhraseBook<Feast> Feasts { get; }

    internal PhraseBook<YesNo> YesNo { get; }

    /// <summary>Words after a yes or no that take it back in part.</summary>
    internal FrozenSet<string> Reservations { get; }

    internal FrozenSet<string> AnswerFillers { get; }

    internal PhraseBook<bool> Nothing { get; }

    /// <summary>Words that by themselves choose no option.</summary>
    internal FrozenSet<string> FunctionWords { get; }

    internal FrozenSet<string> Denials { get; }

    internal PhraseBook<bool> QuestionStarts { get; }

    internal PhraseBook<bool> NameStarts { get; }

    internal CurrencyBook Currencies { get; }

    internal FrozenSet<string> ChoiceFillers { get; }

    /// <summary>Words for all options; the value is the number of options they fit, 0 for any.</summary>
    internal PhraseBook<int> ChoiceAll { get; }

    internal MoneyWords Money { get; }

    internal AddressWords Address { get; }

    internal SignalBook Signals { get; }

    internal WeightBook Weights { get; }

    internal CommandBook Commands { get; }

    internal CrisisBook Crisis { get; }

    internal StoryBook Stories { get; }
}
