using System.Diagnostics;

namespace KlachtHulp.Dialogs.Recht;

/// <summary>A condition on <see cref="Feiten"/>, read from seeds/recht/routes.yaml. Data, so that it can be listed, drawn and proven.</summary>
/// <remarks>Source: none in law; the article stands with each row.</remarks>
public abstract record Voorwaarde
{
    private Voorwaarde()
    {
    }

    /// <param name="Masker">One bit per value that fits; a fact with several values fits when one of them does.</param>
    public sealed record FeitIs(Feit Feit, int Masker) : Voorwaarde;

    /// <param name="Termijn">Code of the term, or <see cref="Termijncodes.Behandeling"/>.</param>
    /// <param name="Masker">One bit per <see cref="Stand"/> that fits.</param>
    public sealed record StandIs(string Termijn, int Masker) : Voorwaarde;

    public sealed record Alle(IReadOnlyList<Voorwaarde> Delen) : Voorwaarde;

    public sealed record Een(IReadOnlyList<Voorwaarde> Delen) : Voorwaarde;

    public sealed record Niet(Voorwaarde Deel) : Voorwaarde;

    internal bool Geldt(Beoordeling beoordeling) => this switch
    {
        FeitIs feit => (beoordeling.Masker(feit.Feit) & feit.Masker) != 0,
        StandIs stand => ((1 << (int)beoordeling.Stand(stand.Termijn)) & stand.Masker) != 0,
        Alle alle => AlleGelden(alle.Delen, beoordeling),
        Een een => EenGeldt(een.Delen, beoordeling),
        Niet niet => !niet.Deel.Geldt(beoordeling),
        _ => throw new UnreachableException(),
    };

    private static bool AlleGelden(IReadOnlyList<Voorwaarde> delen, Beoordeling beoordeling)
    {
        for (var i = 0; i < delen.Count; i++)
        {
            if (!delen[i].Geldt(beoordeling))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EenGeldt(IReadOnlyList<Voorwaarde> delen, Beoordeling beoordeling)
    {
        for (var i = 0; i < delen.Count; i++)
        {
            if (delen[i].Geldt(beoordeling))
            {
                return true;
            }
        }

        return false;
    }
}
