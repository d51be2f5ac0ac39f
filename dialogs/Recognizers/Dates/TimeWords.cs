using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>The words of time with everything they can mean; forgives one typing error in the long names of months and days.</summary>
internal sealed class TimeWords
{
    private const int ShortestForgiven = 6;
    private static readonly Sense[] None = [];
    private readonly FrozenDictionary<string, Sense[]> _words;
    private readonly (string Name, Sense[] Senses)[] _names;

    public TimeWords(IEnumerable<(string Word, Sense Sense)> words)
    {
        _words = words.GroupBy(static word => word.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.Select(static word => word.Sense).ToArray(), StringComparer.Ordinal);
        _names = [.. _words
            .Where(static pair => pair.Key.Length >= ShortestForgiven && pair.Value.Any(static sense
                => sense.Word is TimeWord.Month or TimeWord.Weekday or TimeWord.WeekdayWithPart) && !pair.Value.Any(static sense => sense.Word == TimeWord.Weekdays))
            .Select(static pair => (pair.Key, pair.Value))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)];
    }

    public Sense[] Of(string word)
    {
        if (_words.TryGetValue(word, out var senses))
        {
            return senses;
        }

        return word.Length is >= ShortestForgiven and <= 11 ? Forgive(word) : None;
    }

    private Sense[] Forgive(string word)
    {
        foreach (var (name, senses) in _names)
        {
            if (name[0] == word[0] && EditDistance.Within(name, word, 1))
            {
                return senses;
            }
        }

        return None;
    }
}
