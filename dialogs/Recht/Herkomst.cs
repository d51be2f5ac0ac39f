namespace KlachtHulp.Dialogs.Recht;

/// <summary>Where a row of the seeds comes from and when it holds.</summary>
/// <remarks>Source: none in law; the bookkeeping every legal row carries.</remarks>
/// <param name="Bron">Article, address or document; never empty in a sound seed.</param>
/// <param name="GecontroleerdOp">Day somebody last compared the row with its source.</param>
/// <param name="GeldigVan">First day on which the row holds.</param>
public sealed record Herkomst(string Bron, DateOnly GecontroleerdOp, DateOnly GeldigVan)
{
    /// <summary>Last day on which the row holds, inclusive; absent while it is in force.</summary>
    public DateOnly? GeldigTot { get; init; }

    public Zekerheid Zekerheid { get; init; } = Zekerheid.Hoog;

    public bool GeldtOp(DateOnly dag) => dag >= GeldigVan && (GeldigTot is not { } tot || dag <= tot);
}
