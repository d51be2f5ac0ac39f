namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>One way to bring a form to a gemeente. May be called again for the same form after any failure, and must then not make a second one.</summary>
public interface IAflevering
{
    /// <param name="stappen">Results of earlier attempts; what is kept here survives a restart.</param>
    Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken);
}

/// <summary>What became of one attempt. An exception counts as <see cref="Later"/>.</summary>
public abstract record Afleverresultaat
{
    private Afleverresultaat()
    {
    }

    /// <summary>The far end has everything.</summary>
    public sealed record Afgeleverd : Afleverresultaat;

    /// <summary>Not now; it is tried again.</summary>
    /// <param name="Reden">Kind of failure without contents, for the log.</param>
    /// <param name="Na">How long the far end asked to wait; null when it did not say.</param>
    public sealed record Later(string Reden, TimeSpan? Na = null) : Afleverresultaat;

    /// <summary>Refused for a reason that time does not cure, such as a wrong setting: a person has to look.</summary>
    /// <param name="Reden">Kind of refusal without contents, for the log.</param>
    public sealed record Geweigerd(string Reden) : Afleverresultaat;
}
