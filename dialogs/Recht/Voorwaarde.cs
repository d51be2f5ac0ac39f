namespace KlachtHulp.Dialogs.Recht;

/// <summary>A condition on <see cref="Feiten"/>, read from seeds/recht/routes.yaml. Data, so that it can be listed, drawn and proven.</summary>
/// <remarks>Source: none in law; the article stands with each row.</remarks>
public abstract record Voorwaarde
{
    private Voorwaarde()
    {
    }

    internal abstract bool Geldt(Beoordeling beoordeling);

    /// <param name="Masker">One bit per value that fits; a fact with several values fits when one of them does.</param>
    public sealed record FeitIs(Feit Feit, int Masker) : Voorwaarde
    {
        internal override bool Geldt(Beoordeling beoordeling) => (beoordeling.Masker(Feit) & Masker) != 0;
    }

    /// <param name="Termijn">Code of the term, or <see cref="Termijncodes.Behandeling"/>.</param>
    /// <param name="Masker">One bit per <see cref="Stand"/> that fits.</param>
    public sealed record StandIs(string Termijn, int Masker) : Voorwaarde
    {
        internal override bool Geldt(Beoordeling beoordeling) => ((1 << (int)beoordeling.Stand(Termijn)) & Masker) != 0;
    }

    public sealed record Alle(IReadOnlyList<Voorwaarde> Delen) : Voorwaarde
    {
        internal override bool Geldt(Beoordeling beoordeling)
        {
            for (var i = 0; i < Delen.Count; i++)
            {
                if (!Delen[i].Geldt(beoordeling))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public sealed record Een(IReadOnlyList<Voorwaarde> Delen) : Voorwaarde
    {
        internal override bool Geldt(Beoordeling beoordeling)
        {
            for (var i = 0; i < Delen.Count; i++)
            {
                if (Delen[i].Geldt(beoordeling))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public sealed record Niet(Voorwaarde Deel) : Voorwaarde
    {
        internal override bool Geldt(Beoordeling beoordeling) => !Deel.Geldt(beoordeling);
    }
}
