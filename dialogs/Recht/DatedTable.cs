using System.Diagnostics.CodeAnalysis;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>A value with the days on which it holds.</summary>
/// <remarks>Source: none in law; technique for dated legal rows.</remarks>
public sealed record DatedRow<T>(Herkomst Herkomst, T Value);

/// <summary>The versions of one rule through time. It never guesses: a day without a row is an error, not the nearest row.</summary>
/// <remarks>Source: none in law; technique for dated legal rows.</remarks>
public sealed class DatedTable<T>
{
    private readonly DatedRow<T>[] _rows;

    /// <param name="name">Name for messages, for example <c>termijnen.yaml K6</c>.</param>
    /// <param name="rows">In any order; overlaps are reported by <see cref="Problems"/>.</param>
    public DatedTable(string name, IEnumerable<DatedRow<T>> rows)
    {
        Name = name;
        _rows = [.. rows.OrderBy(static row => row.Herkomst.GeldigVan)];
    }

    public string Name { get; }

    public IReadOnlyList<DatedRow<T>> Rows => _rows;

    /// <summary>The row in force on a day.</summary>
    /// <exception cref="InvalidOperationException">No row holds on that day.</exception>
    public DatedRow<T> On(DateOnly day)
        => TryOn(day, out var row) ? row : throw new InvalidOperationException($"{Name} has no row for {day:yyyy-MM-dd}.");

    public bool TryOn(DateOnly day, [NotNullWhen(true)] out DatedRow<T>? row)
    {
        foreach (var candidate in _rows)
        {
            if (candidate.Herkomst.GeldtOp(day))
            {
                row = candidate;
                return true;
            }
        }

        row = null;
        return false;
    }

    /// <summary>Overlaps and gaps between the rows, in words a maintainer can act on.</summary>
    public IEnumerable<string> Problems()
    {
        for (var i = 1; i < _rows.Length; i++)
        {
            var (before, after) = (_rows[i - 1].Herkomst, _rows[i].Herkomst);
            if (before.GeldigTot is not { } last || last >= after.GeldigVan)
            {
                yield return $"{Name}: the row from {before.GeldigVan:yyyy-MM-dd} overlaps the row from {after.GeldigVan:yyyy-MM-dd}.";
            }
            else if (last.AddDays(1) != after.GeldigVan)
            {
                yield return $"{Name}: nothing holds between {last:yyyy-MM-dd} and {after.GeldigVan:yyyy-MM-dd}.";
            }
        }
    }
}
