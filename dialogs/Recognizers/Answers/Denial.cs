using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Answers;

/// <summary>
/// An answer with what is denied in it: "niet gebeld", "nog nooit een mail gestuurd", "gebeld heb ik niet", "niet gebeld of gemaild". A denial reaches over
/// small words only, never over a comma, "maar" or "wel"; "niet alleen gebeld" denies nothing.
/// </summary>
internal sealed class Denial
{
    /// <summary>What a denial may deny beyond "en" or "of" is at most this many words: "niet langs geweest of gebeld".</summary>
    private const int LongestPartner = 2;

    private readonly Lexicon _lexicon;
    private readonly bool[] _opens;

    public Denial(IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        _lexicon = lexicon;
        Words = LabelMatch.Words(tokens);
        _opens = new bool[Words.Length + 1];
        var word = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Symbol)
            {
                word++;
            }
            else
            {
                _opens[word] |= token.Text is "," or "." or ":" or ";" or "!" or "?";
            }
        }
    }

    /// <summary>The words of the answer, without symbols.</summary>
    public string[] Words { get; }

    /// <summary>Whether anything is denied at all; "nee" before a choice is not.</summary>
    public bool IsThere => Array.Exists(Words, word => word != "nee" && _lexicon.Denials.Contains(word));

    /// <summary>Whether the words from <paramref name="at"/> up to <paramref name="next"/> are denied; never when they hold the denial themselves.</summary>
    public bool Covers(int at, int next)
    {
        for (var i = at; i < next; i++)
        {
            if (_lexicon.Denials.Contains(Words[i]))
            {
                return false;
            }
        }

        return IsDeniedBefore(at) || (Opens(at) && IsDeniedAfter(next)) || IsDeniedWithPartner(at);
    }

    private bool IsDeniedBefore(int at)
    {
        at = Back(at);
        return at > 0 && !_opens[at] && Words[at - 1] != "nee" && _lexicon.Denials.Contains(Words[at - 1]);
    }

    /// <summary>"gebeld heb ik niet" is about "gebeld"; "ik kreeg mijn geld niet" is about getting it.</summary>
    private bool Opens(int at)
    {
        at = Back(at);
        return at == 0 || IsEnd(at) || IsEnd(at - 1);
    }

    /// <summary>Past the small words before a place.</summary>
    private int Back(int at)
    {
        while (at > 0 && !_opens[at] && _lexicon.DenialReaches.Contains(Words[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>"gebeld heb ik niet": the denial closes its part of the sentence.</summary>
    private bool IsDeniedAfter(int next)
    {
        while (next < Words.Length && !_opens[next] && _lexicon.DenialReaches.Contains(Words[next]))
        {
            next++;
        }

        return next < Words.Length && !_opens[next] && _lexicon.Denials.Contains(Words[next]) && IsEnd(next + 1);
    }

    private bool IsEnd(int at) => at == Words.Length || _opens[at] || _lexicon.DenialEnds.Contains(Words[at]) || _lexicon.DenialJoins.Contains(Words[at]);

    /// <summary>"niet gebeld en gemaild": whether the second is denied too cannot be told.</summary>
    private bool IsDeniedWithPartner(int at)
    {
        if (at < 2 || _opens[at] || _opens[at - 1] || !_lexicon.DenialJoins.Contains(Words[at - 1]))
        {
            return false;
        }

        for (var partner = at - 2; partner >= Math.Max(1, at - 1 - LongestPartner); partner--)
        {
            if (_opens[partner] || _lexicon.DenialEnds.Contains(Words[partner]))
            {
                return false;
            }

            if (IsDeniedBefore(partner))
            {
                return true;
            }
        }

        return false;
    }
}
