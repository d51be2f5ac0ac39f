namespace KlachtHulp.Dialogs.Recht;

/// <summary>When something happened, as precisely as the resident knows: one day, or a first and a last possible day (both inclusive).</summary>
/// <remarks>Source: none in law; a resident may answer "in maart" or "vorig jaar zomer".</remarks>
public readonly record struct Tijdvak
{
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public Tijdvak(DateOnly van, DateOnly tot)
        => (Van, Tot) = tot < van ? throw new ArgumentException($"{tot:yyyy-MM-dd} lies before {van:yyyy-MM-dd}.", nameof(tot)) : (van, tot);

    public Tijdvak(DateOnly dag)
        : this(dag, dag)
    {
    }

    /// <summary>First possible day.</summary>
    public DateOnly Van { get; }

    /// <summary>Last possible day.</summary>
    public DateOnly Tot { get; }

    public bool IsDag => Van == Tot;

    /// <summary>Cuts off the days after <paramref name="dag"/>: what has happened cannot lie in the future. Unchanged when it lies wholly after it.</summary>
    public Tijdvak NietNa(DateOnly dag) => Tot <= dag || Van > dag ? this : new(Van, dag);
}
