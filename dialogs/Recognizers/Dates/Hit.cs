namespace KlachtHulp.Dialogs.Recognizers.Dates;

/// <summary>An expression of time that was read: either days, or something yearly whose year is still open.</summary>
/// <param name="From">First token.</param>
/// <param name="Next">Token just after the last.</param>
internal readonly record struct Hit(int From, int Next, Yearly? Yearly, Extent Extent)
{
    public Hit(int from, int next, Extent extent)
        : this(from, next, null, extent)
    {
    }

    public Hit(int from, int next, Yearly yearly, Confidence confidence = Confidence.Exact)
        : this(from, next, yearly, new Extent(null, null, Precision.Day, confidence))
    {
    }

    /// <summary>Whether "vorige" stood before it, so that the one in progress is left out.</summary>
    public bool Strict { get; init; }

    /// <summary>The days, of the latest year that fits when the year is open; null when there is none.</summary>
    public Extent? Resolve(Scan scan)
    {
        if (Yearly is null)
        {
            return Extent;
        }

        var strict = Strict || (scan.Neutral && Yearly is Yearly.WholeMonth);
        return Yearly.Latest(scan.Today, strict)?.With(Extent.Confidence);
    }

    /// <summary>The days in that year. Ask it of a copy (<c>hit with { }</c>) where the answer takes the place of the hit itself.</summary>
    public bool TryYear(int year, Confidence confidence, out Hit hit)
    {
        if (Yearly is not null && Yearly.TryIn(year, out var extent))
        {
            hit = new(From, Next, extent.With(confidence).With(Extent.Confidence));
            return true;
        }

        hit = this;
        return false;
    }
}
