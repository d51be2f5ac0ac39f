namespace KlachtHulp.Dialogs.Recht;

/// <summary>How sure we are of a fact, from least to most. Only <see cref="Hoog"/> may be shown without a word of doubt.</summary>
/// <remarks>Source: none in law; the marks of the legal research behind seeds/recht.</remarks>
public enum Zekerheid
{
    /// <summary>Not settled; a jurist has to confirm it. Never shown as certain.</summary>
    Onzeker,

    /// <summary>One old or indirect source.</summary>
    Laag,

    /// <summary>Probably right: a source without a date, or a date that is only known roughly.</summary>
    Middel,

    /// <summary>Read in the statute or with the authority itself, or settled text of a statute; when it was not opened again, its source says so.</summary>
    Hoog,
}
