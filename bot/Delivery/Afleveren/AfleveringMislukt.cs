namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>A call to the far end did not do what it must. Carries no contents: exceptions end up in logs.</summary>
internal sealed class AfleveringMislukt(Afleverresultaat resultaat) : Exception("The far end did not accept the form.")
{
    public Afleverresultaat Resultaat { get; } = resultaat;
}
