using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>Who reads: the two ways of reading differ where people and a calendar program mean different days.</summary>
internal enum Reader
{
    /// <summary>A resident telling about the past; half-known moments become periods.</summary>
    Resident,

    /// <summary>The neutral reading of the language contract, which turns "twee maanden geleden" into one day.</summary>
    Neutral,
}

/// <summary>A text with the meanings of its words, to be read from any token on.</summary>
internal sealed class Scan
{
    /// <summary>More tokens than the longest story has; beyond it stands only what was made to be slow.</summary>
    private const int MostTokens = 2500;

    private readonly Sense[][] _senses;

    public Scan(string source, DateOnly today, Lexicon lexicon, Reader reader)
    {
        Source = source;
        Tokens = Tokenizer.Read(source);
        Tokens.RemoveRange(Math.Min(MostTokens, Tokens.Count), Math.Max(0, Tokens.Count - MostTokens));
        Today = today;
        Lexicon = lexicon;
        Reader = reader;
        _senses = new Sense[Tokens.Count][];
        for (var i = 0; i < _senses.Length; i++)
        {
            _senses[i] = lexicon.TimeWords.Of(Tokens[i].Text);
            HasLink |= Tokens[i].Text is "-" or "~" or "/" || Is(i, TimeWord.Until) || Is(i, TimeWord.Between);
        }
    }

    public string Source { get; }

    public List<Token> Tokens { get; }

    public DateOnly Today { get; }

    public Lexicon Lexicon { get; }

    public Reader Reader { get; }

    public bool Neutral => Reader == Reader.Neutral;

    public int Count => Tokens.Count;

    /// <summary>Whether anything stands here that can join two ends of a period; without it nobody need look for one at every word.</summary>
    public bool HasLink { get; }

    /// <summary>How deep years stand inside years ("vorig jaar rond 2019 ..."); bounded, so that no input can make reading explode.</summary>
    public int Nesting { get; set; }

    public bool Is(int at, TimeWord word)
    {
        if ((uint)at >= (uint)_senses.Length)
        {
            return false;
        }

        foreach (var sense in _senses[at])
        {
            if (sense.Word == word)
            {
                return true;
            }
        }

        return false;
    }

    public bool Is(int at, string text) => (uint)at < (uint)Tokens.Count && Tokens[at].Is(text);

    public bool TryValue(int at, TimeWord word, out int value)
    {
        value = 0;
        if ((uint)at >= (uint)_senses.Length)
        {
            return false;
        }

        foreach (var sense in _senses[at])
        {
            if (sense.Word == word)
            {
                value = sense.Value;
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves past one word of this kind, when it is there.</summary>
    public int Skip(int at, TimeWord word) => Is(at, word) ? at + 1 : at;

    public int Skip(int at, string text) => Is(at, text) ? at + 1 : at;

    /// <summary>Value of a run of digits, or -1.</summary>
    public int NumberAt(int at) => (uint)at < (uint)Tokens.Count ? Tokens[at].Number : -1;

    public int DigitsAt(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Kind == TokenKind.Number ? Tokens[at].Text.Length : 0;

    public bool GluedAt(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Glued;

    public string TextOf(int from, int next) => Source[Tokens[from].Start..Tokens[next - 1].End];
}
