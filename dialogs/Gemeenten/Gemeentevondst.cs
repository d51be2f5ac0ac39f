namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>By what a gemeente was recognised; anything but <see cref="Naam"/> is worth saying back to the resident.</summary>
public enum Herkenning
{
    /// <summary>Its own name or an alias.</summary>
    Naam,

    /// <summary>The name of a gemeente that was merged into it.</summary>
    OudeNaam,

    /// <summary>A name with a typing error.</summary>
    Tikfout,
}

/// <summary>What a text says about which gemeente is meant. Two real gemeenten are never guessed between.</summary>
public abstract record Gemeentevondst
{
    private Gemeentevondst()
    {
    }

    /// <param name="OudeNaam">The merged gemeente that was named, for example Delfzijl; otherwise empty.</param>
    public sealed record Een(Gemeente Gemeente, Herkenning Hoe, string OudeNaam) : Gemeentevondst;

    /// <summary>Several fit; best first, at least two.</summary>
    public sealed record Meer(IReadOnlyList<Gemeente> Kandidaten) : Gemeentevondst;

    public sealed record Geen : Gemeentevondst;
}
