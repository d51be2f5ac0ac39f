using System.Collections.Frozen;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <param name="From">First token.</param>
/// <param name="Next">Token just after the last.</param>
internal readonly record struct ConceptHit(int Concept, int From, int Next);

/// <summary>Groups of words that mean the same for us. An entry is a word, "begin*", "~einde" or several of these with spaces; "_" stands for up to
/// four words.</summary>
internal sealed class ConceptBook
{
    private const int GapWords = 4;
    private readonly string[] _names;
    private readonly FrozenDictionary<string, Entry[]> _words;
    private readonly FrozenDictionary<string, Entry[]> _prefixes;
    private readonly FrozenDictionary<string, Entry[]> _suffixes;
    private readonly int _shortest;

    public ConceptBook(IReadOnlyDictionary<string, List<string>> concepts)
    {
        _names = [.. concepts.Keys];
        var entries = concepts.SelectMany((pair, index) => pair.Value.Select(text => Entry.Read(index, text))).ToList();
        _words = Index(entries, WordForm.Whole);
        _prefixes = Index(entries, WordForm.Prefix);
        _suffixes = Index(entries, WordForm.Suffix);
        _shortest = entries.Where(static entry => entry.Words[0].Form != WordForm.Whole).Select(static entry
            => entry.Words[0].Key.Length).DefaultIfEmpty(1).Min();
    }

    public int Count => _names.Length;

    /// <summary>Number of a concept, or -1.</summary>
    public int IndexOf(string name) => Array.IndexOf(_names, name);

    public string NameOf(int concept) => _names[concept];

    /// <summary>Every place where a concept is named, in the order of the text.</summary>
    public List<ConceptHit> Find(IReadOnlyList<Token> tokens)
    {
        var keys = SoundKey.Of(tokens);
        var hits = new List<ConceptHit>();
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        var suffixes = _suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < keys.Length; at++)
        {
            if (_words.TryGetValue(keys[at], out var whole))
            {
                Add(hits, whole, keys, at);
            }

            if (tokens[at].Kind != TokenKind.Word)
            {
                continue;
            }

            for (var length = _shortest; length <= Math.Min(keys[at].Length, 24); length++)
            {
                if (prefixes.TryGetValue(keys[at].AsSpan(0, length), out var starts))
                {
                    Add(hits, starts, keys, at);
                }

                if (suffixes.TryGetValue(keys[at].AsSpan(keys[at].Length - length), out var ends))
                {
                    Add(hits, ends, keys, at);
                }
            }
        }

        return hits;
    }

    private static void Add(List<ConceptHit> hits, Entry[] entries, string[] keys, int at)
    {
        foreach (var entry in entries)
        {
            if (entry.TryEnd(keys, at, GapWords, out var next))
            {
                hits.Add(new(entry.Concept, at, next));
            }
        }
    }

    private static FrozenDictionary<string, Entry[]> Index(List<Entry> entries, WordForm form)
        => entries.Where(entry => entry.Words[0].Form == form)
            .GroupBy(static entry => entry.Words[0].Key, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    private enum WordForm
    {
        Whole,
        Prefix,
        Suffix,
        Gap,
    }

    private readonly record struct EntryWord(WordForm Form, string Key)
    {
        public static EntryWord Read(string text) => text switch
        {
            "_" => new(WordForm.Gap, ""),
            [.. var start, '*'] => new(WordForm.Prefix, SoundKey.Of(start, whole: false)),
            ['~', .. var end] => new(WordForm.Suffix, SoundKey.Of(end, whole: true)),
            _ => new(WordForm.Whole, SoundKey.Of(text, whole: true)),
        };

        public bool Fits(string key) => Form switch
        {
            WordForm.Prefix => key.StartsWith(Key, StringComparison.Ordinal),
            WordForm.Suffix => key.EndsWith(Key, StringComparison.Ordinal),
            _ => string.Equals(key, Key, StringComparison.Ordinal),
        };
    }

    private sealed record Entry(int Concept, EntryWord[] Words)
    {
        public static Entry Read(int concept, string text)
            => new(concept, [.. Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EntryWord.Read)]);

        public bool TryEnd(string[] keys, int at, int gap, out int next)
        {
            next = at + 1;
            for (var i = 1; i < Words.Length; i++)
            {
                if (Words[i].Form != WordForm.Gap)
                {
                    if (next >= keys.Length || !Words[i].Fits(keys[next]))
                    {
                        return false;
                    }

                    next++;
                    continue;
                }

                var limit = Math.Min(keys.Length, next + gap + 1);
                i++;
                while (next < limit && !Words[i].Fits(keys[next]))
                {
                    next++;
                }

                if (next >= limit)
                {
                    return false;
                }

                next++;
            }

            return true;
        }
    }
}
