using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Numbers;

/// <summary>Reads one number in words from a list of tokens.</summary>
internal sealed class WordNumber(List<Token> tokens, Lexicon lexicon)
{
    private readonly List<NumberMorpheme> _parts = [];
    private readonly List<NumberMorpheme> _word = [];

    public double Value { get; private set; }

    public int Next { get; private set; }

    public bool TryRead(int at, int limit)
    {
        Next = at;
        if (TryDozen(at) || TryHalf(at))
        {
            return true;
        }

        var end = Cardinal(at, limit, out var last);
        if (end == at)
        {
            return false;
        }

        Next = end;
        Value = (double)NumberWords.Value(_parts);
        WithFraction(at, end, last);
        return true;
    }

    /// <summary>Collects cardinal words; <paramref name="last"/> is the index of the last one.</summary>
    private int Cardinal(int at, int limit, out int last)
    {
        _parts.Clear();
        last = at;
        var end = at;
        for (var i = at; i < limit; i++)
        {
            if (tokens[i].Is("en") && i > at)
            {
                continue;
            }

            if (tokens[i].Kind != TokenKind.Word || !lexicon.Numbers.TrySplit(tokens[i].Text, _word) || _word[^1].Rank || _word[^1].Part == NumberPart.Link)
            {
                break;
            }

            if (i > at && !Continues(i, limit))
            {
                break;
            }

            _parts.AddRange(_word);
            last = i;
            end = i + 1;
        }

        return end;
    }

    /// <summary>A small number goes on only after a multiplier, and not when a fraction follows it.</summary>
    private bool Continues(int at, int limit)
    {
        var linked = _parts[^1].Part == NumberPart.Multiplier || _word[0].Part == NumberPart.Multiplier
            || _word.Exists(static part => part.Part == NumberPart.Multiplier);
        var half = tokens[at].Is("een") && at + 1 < limit && lexicon.Numbers.Fractions.ContainsKey(tokens[at + 1].Text);
        return linked && !half && !(at + 1 < limit && IsDenominator(at + 1, out _) && _word.TrueForAll(static part => part.Part != NumberPart.Multiplier));
    }

    private bool IsDenominator(int at, out double denominator)
    {
        denominator = 0;
        var index = at < tokens.Count && tokens[at].Is("-") ? at + 1 : at;
        if (index >= tokens.Count || !lexicon.Numbers.TryRead(tokens[index].Text.EndsWith("sten", StringComparison.Ordinal) ? tokens[index].Text[..^1]
            : tokens[index].Text, out var value, out var rank) || !rank || value < 3)
        {
            return false;
        }

        denominator = (double)value;
        return true;
    }

    /// <summary>Drie vijfde, honderd driekwart, drie en twee derde, twaalf en een halve.</summary>
    private void WithFraction(int at, int end, int last)
    {
        if (end < tokens.Count && IsDenominator(end, out var denominator) && last == at)
        {
            Value /= denominator;
            Next = tokens[end].Is("-") ? end + 2 : end + 1;
            return;
        }

        if (end < tokens.Count && lexicon.Numbers.Fractions.TryGetValue(tokens[end].Text, out var part) && last == at && part < 1
            && !tokens[end].Is("driekwart"))
        {
            Value *= (double)part;
            Next = end + 1;
            WithMultiplier();
            return;
        }

        var from = end < tokens.Count && tokens[end].Is("en") ? end + 1 : end;
        if (TrySmall(from, out var extra, out var next))
        {
            var scale = tokens[last].Is("miljard") && tokens[next - 1].Is("driekwart") ? 1_000_000_000 : 1;
            Value += extra * scale;
            Next = next;
        }
    }

    /// <summary>A fraction that is added: twee derde, een kwart, driekwart, een half miljoen.</summary>
    private bool TrySmall(int at, out double value, out int next)
    {
        value = 0;
        next = at;
        if (at >= tokens.Count)
        {
            return false;
        }

        var number = 1m;
        var after = at;
        if (lexicon.Numbers.TryRead(tokens[at].Text, out var numerator, out var rank) && !rank)
        {
            number = numerator;
            after = at + 1;
        }

        if (after < tokens.Count && after > at && IsDenominator(after, out var denominator))
        {
            value = (double)number / denominator;
            next = after + 1;
            return true;
        }

        if (after >= tokens.Count || !lexicon.Numbers.Fractions.TryGetValue(tokens[after].Text, out var part))
        {
            return false;
        }

        value = (double)(number * part);
        next = after + 1;
        if (next < tokens.Count && lexicon.Numbers.TryRead(tokens[next].Text, out var scale, out rank) && !rank && scale >= 1000)
        {
            value *= (double)scale;
            next++;
        }

        return true;
    }

    private void WithMultiplier()
    {
        if (Next < tokens.Count && lexicon.Numbers.TryRead(tokens[Next].Text, out var scale, out var rank) && !rank && scale >= 100)
        {
            Value *= (double)scale;
            Next++;
        }
    }

    /// <summary>Een half dozijn, drie dozijnen.</summary>
    private bool TryDozen(int at)
    {
        var count = 1m;
        var index = at;
        if (lexicon.Numbers.TryRead(tokens[at].Text, out var value, out var rank) && !rank)
        {
            count = value;
            index = at + 1;
        }

        if (index < tokens.Count && index > at && lexicon.Numbers.Fractions.TryGetValue(tokens[index].Text, out var part))
        {
            count *= part;
            index++;
        }

        if (index >= tokens.Count || !lexicon.Numbers.Dozens.Contains(tokens[index].Text))
        {
            return false;
        }

        Value = (double)count * 12;
        Next = index + 1;
        return true;
    }

    /// <summary>Anderhalf miljoen, twaalfenhalve, driekwart.</summary>
    private bool TryHalf(int at)
    {
        var text = tokens[at].Text;
        if (lexicon.Numbers.OneAndHalf.Contains(text))
        {
            Value = 1.5;
            Next = at + 1;
            WithMultiplier();
            return true;
        }

        if (lexicon.Numbers.Fractions.TryGetValue(text, out var part))
        {
            Value = (double)part;
            Next = at + 1;
            WithMultiplier();
            return text.Length > 4 && !text.Equals("halve", StringComparison.Ordinal);
        }

        foreach (var ending in lexicon.Numbers.Fractions.Keys)
        {
            if (text.EndsWith("en" + ending, StringComparison.Ordinal)
                && lexicon.Numbers.TryRead(text[..^(ending.Length + 2)], out var whole, out var rank) && !rank)
            {
                Value = (double)(whole + lexicon.Numbers.Fractions[ending]);
                Next = at + 1;
                return true;
            }
        }

        return false;
    }
}
