namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>E-mail addresses, found from their @ outwards.</summary>
public static class EmailReader
{
    private const int LongestPart = 64;

    public static IReadOnlyList<Found> Read(string text)
    {
        var found = new List<Found>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = Start(text, at);
            var end = End(text, at);
            if (start < at && !(start > 0 && char.IsLetterOrDigit(text[start - 1])) && IsDomain(text.AsSpan(at + 1, end - at - 1)))
            {
                found.Add(new(text[start..end], text[start..end], start));
            }
        }

        return found;
    }

    private static int Start(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestPart && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-'))
        {
            start--;
        }

        while (start < at && text[start] is '.' or '-')
        {
            start++;
        }

        return start;
    }

    private static int End(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < 4 * LongestPart && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > at + 1 && text[end - 1] is '.' or '-')
        {
            end--;
        }

        return end;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain.Length - dot > 2 && !domain.Contains("..", StringComparison.Ordinal)
            && !domain[(dot + 1)..].ContainsAnyExceptInRange('A', 'z') && domain[0] != '.';
    }
}
