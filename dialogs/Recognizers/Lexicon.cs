using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Recognizers.Commands;
using KlachtHulp.Dialogs.Recognizers.Contact;
using KlachtHulp.Dialogs.Recognizers.Dates;
using KlachtHulp.Dialogs.Recognizers.Numbers;
using KlachtHulp.Dialogs.Recognizers.Signals;
using KlachtHulp.Dialogs.Recognizers.Stories;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>The words of seeds/taal, ready for use: Dutch, or another language by <see cref="In"/>. Immutable; made once at start-up and passed to every recogniser.</summary>
public sealed class Lexicon
{
    /// <exception cref="FormatException">A seed names a kind of word, a feast or a date that does not exist.</exception>
    public Lexicon(TaalSeeds seeds)
    {
        TimeWords = new(SeedWords.OfTime(seeds.Tijdwoorden));
        Numbers = SeedWords.OfNumbers(seeds.Telwoorden);
        Ranks = new(seeds.Telwoorden.Relatief.Select(static pair => KeyValuePair.Create(pair.Key, new RelativeRank(pair.Value.Plaats, pair.Value.Vanaf))));
        Feasts = new(SeedWords.OfFeasts(seeds.Feestdagen, seeds.Islamkalender));
        SetAnswers(seeds.JaNee);
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

    /// <summary>The same for another language: what it has words for takes the place of the Dutch. Words of danger are those of every language at once.</summary>
    public Lexicon In(AndereTaalSeed seed)
    {
        var other = (Lexicon)MemberwiseClone();
        other.TimeWords = new(SeedWords.OfTime(seed.Tijdwoorden).Select(static item => (Folding.Fold(item.Word), item.Sense)));
        other.Numbers = SeedWords.OfNumbers(seed.Getallen());
        other.Ranks = new([]);
        other.Feasts = new([]);
        other.SetAnswers(seed.Janee);
        other.Commands = new(seed.Opdrachten);
        return other;
    }

    [MemberNotNull(nameof(YesNo), nameof(Reservations), nameof(AnswerFillers), nameof(Nothing), nameof(FunctionWords), nameof(Denials), nameof(DenialReaches),
        nameof(DenialJoins), nameof(DenialEnds), nameof(ChoiceExceptions), nameof(QuestionStarts), nameof(ChoiceFillers), nameof(ChoiceAll))]
    private void SetAnswers(JaNeeSeed seed)
    {
        YesNo = new(SeedWords.OfAnswers(seed));
        Reservations = Words(seed.Voorbehoud);
        AnswerFillers = Words(seed.AntwoordVulling);
        Nothing = Phrases(seed.Niets);
        FunctionWords = Words(seed.Functiewoorden);
        Denials = Words(seed.Ontkenning);
        DenialReaches = Words(seed.OntkenningOver);
        DenialJoins = Words(seed.OntkenningVerbindt);
        DenialEnds = Words(seed.OntkenningEinde);
        ChoiceExceptions = Words(seed.KeuzeUitzondering);
        QuestionStarts = new(seed.Vraagbegin.Distinct(StringComparer.Ordinal).Select(static phrase => KeyValuePair.Create(phrase, true))
            .Concat(seed.GeenVraag.Select(static phrase => KeyValuePair.Create(phrase, false))));
        ChoiceFillers = Words(seed.KeuzeVulling);
        ChoiceAll = new(seed.KeuzeAlles);
    }

    /// <summary>Words as the tokenizer gives them: lower case, without accents.</summary>
    private static FrozenSet<string> Words(List<string> words) => words.Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);

    private static PhraseBook<bool> Phrases(List<string> phrases) => new(phrases.Distinct(StringComparer.Ordinal).Select(static phrase => KeyValuePair.Create(phrase, true)));

    internal TimeWords TimeWords { get; private set; }

    internal NumberWords Numbers { get; private set; }

    internal PhraseBook<RelativeRank> Ranks { get; private set; }

    internal PhraseBook<Feast> Feasts { get; private set; }

    internal PhraseBook<YesNo> YesNo { get; private set; }

    /// <summary>Words after a yes or no that take it back in part.</summary>
    internal FrozenSet<string> Reservations { get; private set; }

    internal FrozenSet<string> AnswerFillers { get; private set; }

    internal PhraseBook<bool> Nothing { get; private set; }

    /// <summary>Words that by themselves choose no option.</summary>
    internal FrozenSet<string> FunctionWords { get; private set; }

    internal FrozenSet<string> Denials { get; private set; }

    /// <summary>Small words between a denial and what it denies.</summary>
    internal FrozenSet<string> DenialReaches { get; private set; }

    /// <summary>Words that may carry a denial on to a second thing: "niet gebeld of gemaild".</summary>
    internal FrozenSet<string> DenialJoins { get; private set; }

    /// <summary>Words after which nothing is denied any more.</summary>
    internal FrozenSet<string> DenialEnds { get; private set; }

    /// <summary>Words that leave something out ("alles behalve bellen"); what is left is asked.</summary>
    internal FrozenSet<string> ChoiceExceptions { get; private set; }

    /// <summary>How a question begins; false for what begins alike and is none ("waarom ook niet").</summary>
    internal PhraseBook<bool> QuestionStarts { get; private set; }

    internal PhraseBook<bool> NameStarts { get; }

    internal CurrencyBook Currencies { get; }

    internal FrozenSet<string> ChoiceFillers { get; private set; }

    /// <summary>Words for all options; the value is the number of options they fit, 0 for any.</summary>
    internal PhraseBook<int> ChoiceAll { get; private set; }

    internal MoneyWords Money { get; }

    internal AddressWords Address { get; }

    internal SignalBook Signals { get; }

    internal WeightBook Weights { get; }

    internal CommandBook Commands { get; private set; }

    internal CrisisBook Crisis { get; }

    internal StoryBook Stories { get; }
}
