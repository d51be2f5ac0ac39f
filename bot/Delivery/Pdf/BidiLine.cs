using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>
/// In which direction each character of a line runs. An even level runs from left to right, an odd one from right to left.
/// The work grows with the length of the line and nothing else.
/// Source: Unicode Standard Annex 9, rules P2 to I2, without embeddings: the signs for those are gone from every text.
/// </summary>
internal sealed class BidiLine
{
    /// <summary>Brackets open at once that are still paired. Source: Unicode Standard Annex 9, BD16.</summary>
    private const int MostBrackets = 63;

    private readonly Rune[] _text;
    private readonly BidiClass[] _classes;

    private BidiLine(Rune[] text)
    {
        _text = text;
        _classes = [.. text.Select(BidiClasses.Of)];
    }

    private BidiClass Base { get; set; } = BidiClass.Left;

    /// <summary>Whether a text begins at the right: its first letter with a direction says so.</summary>
    public static bool RunsFromRight(string text) => Resolve([.. text.EnumerateRunes()]).Whole == 1;

    /// <returns>A level for each character, and that of the line as a whole: 0 or 1.</returns>
    public static (byte[] Levels, byte Whole) Resolve(Rune[] text)
    {
        var line = new BidiLine(text);
        if (!line._classes.Any(static c => c is BidiClass.Right or BidiClass.ArabicLetter or BidiClass.ArabicNumber))
        {
            return (new byte[text.Length], 0);
        }

        var first = line._classes.FirstOrDefault(static c => c is BidiClass.Left or BidiClass.Right or BidiClass.ArabicLetter);
        line.Base = first == BidiClass.Left ? BidiClass.Left : BidiClass.Right;
        line.ResolveMarksAndNumbers();
        line.ResolveSeparators();
        line.ResolveTerminators();
        line.ResolveBrackets();
        line.ResolveNeutrals();
        return line.Levels();
    }

    private (byte[] Levels, byte Whole) Levels()
    {
        var whole = (byte)(Base == BidiClass.Right ? 1 : 0);
        return ([.. _classes.Select(c => (byte)(c switch
        {
            BidiClass.Left => whole == 0 ? 0 : 2,
            BidiClass.Right => 1,
            _ => 2,
        }))], whole);
    }

    /// <summary>W1 to W3: a mark follows its letter; a number after an Arabic letter is an Arabic number.</summary>
    private void ResolveMarksAndNumbers()
    {
        var (before, strong) = (Base, Base);
        for (var i = 0; i < _classes.Length; i++)
        {
            var own = _classes[i] == BidiClass.Mark ? before : _classes[i];
            before = own;
            strong = own is BidiClass.Left or BidiClass.Right or BidiClass.ArabicLetter ? own : strong;
            _classes[i] = own == BidiClass.EuropeanNumber && strong == BidiClass.ArabicLetter ? BidiClass.ArabicNumber : own;
        }

        _classes.AsSpan().Replace(BidiClass.ArabicLetter, BidiClass.Right);
    }

    /// <summary>W4: one separator between two numbers of a kind belongs to them.</summary>
    private void ResolveSeparators()
    {
        for (var i = 1; i < _classes.Length - 1; i++)
        {
            var (before, after) = (_classes[i - 1], _classes[i + 1]);
            var joins = _classes[i] == BidiClass.CommonSeparator ? before is BidiClass.EuropeanNumber or BidiClass.ArabicNumber
                : _classes[i] == BidiClass.EuropeanSeparator && before == BidiClass.EuropeanNumber;
            _classes[i] = joins && before == after ? before : _classes[i];
        }
    }

    /// <summary>W5 to W7: a sign of money or percent belongs to its number; a number after a Latin letter runs with it.</summary>
    private void ResolveTerminators()
    {
        var strong = Base;
        for (int i = 0, end; i < _classes.Length; i = end)
        {
            end = i + 1;
            if (_classes[i] == BidiClass.EuropeanTerminator)
            {
                end = RunEnd(i, static c => c == BidiClass.EuropeanTerminator);
                var number = (i > 0 && _classes[i - 1] == BidiClass.EuropeanNumber) || (end < _classes.Length && _classes[end] == BidiClass.EuropeanNumber);
                Array.Fill(_classes, number ? BidiClass.EuropeanNumber : BidiClass.Neutral, i, end - i);
            }
            else if (_classes[i] is BidiClass.CommonSeparator or BidiClass.EuropeanSeparator or BidiClass.Space)
            {
                _classes[i] = BidiClass.Neutral;
            }
        }

        for (var i = 0; i < _classes.Length; i++)
        {
            strong = _classes[i] is BidiClass.Left or BidiClass.Right ? _classes[i] : strong;
            _classes[i] = _classes[i] == BidiClass.EuropeanNumber && strong == BidiClass.Left ? BidiClass.Left : _classes[i];
        }
    }

    /// <summary>N0: the two brackets of a pair run the same way.</summary>
    private void ResolveBrackets()
    {
        var open = new Stack<int>();
        var pairs = new List<(int Open, int Close)>();
        for (var i = 0; i < _text.Length && open.Count <= MostBrackets; i++)
        {
            if (_classes[i] != BidiClass.Neutral)
            {
                continue;
            }

            if (_text[i].Value is '(' or '[' or '{')
            {
                open.Push(i);
            }
            else if (_text[i].Value is ')' or ']' or '}' && open.Any(o => Mirror.Of(_text[o]) == _text[i]))
            {
                while (Mirror.Of(_text[open.Peek()]) != _text[i])
                {
                    open.Pop();
                }

                pairs.Add((open.Pop(), i));
            }
        }

        pairs.Sort();
        pairs.ForEach(pair => ResolvePair(pair.Open, pair.Close));
    }

    private void ResolvePair(int open, int close)
    {
        var inside = _classes[(open + 1)..close].Select(Direction).Where(static c => c is not BidiClass.Neutral).Distinct().ToList();
        if (inside.Count == 0)
        {
            return;
        }

        var before = Enumerable.Range(1, open).Select(back => Direction(_classes[open - back])).FirstOrDefault(static c => c != BidiClass.Neutral, Base);
        var way = inside.Contains(Base) ? Base : before == inside[0] ? before : Base;
        (_classes[open], _classes[close]) = (way, way);
    }

    /// <summary>N1 and N2: what has no direction takes that of both its neighbours, or else that of the line.</summary>
    private void ResolveNeutrals()
    {
        for (int i = 0, end; i < _classes.Length; i = end)
        {
            end = i + 1;
            if (_classes[i] == BidiClass.Neutral)
            {
                end = RunEnd(i, static c => c == BidiClass.Neutral);
                var before = i == 0 ? Base : Direction(_classes[i - 1]);
                var after = end == _classes.Length ? Base : Direction(_classes[end]);
                Array.Fill(_classes, before == after ? before : Base, i, end - i);
            }
        }
    }

    /// <summary>A number counts as running from right to left, for what stands beside it.</summary>
    private static BidiClass Direction(BidiClass own) => own is BidiClass.EuropeanNumber or BidiClass.ArabicNumber ? BidiClass.Right : own;

    private int RunEnd(int start, Predicate<BidiClass> same)
    {
        var end = Array.FindIndex(_classes, start, c => !same(c));
        return end < 0 ? _classes.Length : end;
    }
}
