using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Teams;

/// <summary>What a staff member wants, read from a card or from words.</summary>
internal abstract record Wish
{
    private Wish()
    {
    }

    /// <summary>The first screen.</summary>
    public sealed record Menu : Wish;

    /// <summary>Take down a klacht.</summary>
    /// <param name="Wijze">telefoon or balie.</param>
    /// <param name="Getypt">The one word that was typed while a klacht is open, when it may be an answer there; otherwise null.</param>
    public sealed record Nieuw(string Wijze, string? Getypt = null) : Wish;

    /// <param name="Blad">Page, from 0.</param>
    public sealed record Lijst(int Blad) : Wish;

    public sealed record Zoek(string Kenmerk) : Wish;

    /// <summary>Go on with a klacht of the list.</summary>
    public sealed record Open(string Kenmerk) : Wish;

    /// <summary>Go on with what a resident began, by its code.</summary>
    /// <param name="Anders">The typed words, when they may be an answer to the question that is open and no code; null when they can only be a code.</param>
    /// <param name="Lijkt">They look so much like a code that it is asked first whether they are an answer.</param>
    public sealed record Verder(string Code, string? Anders = null, bool Lijkt = false) : Wish;

    /// <summary>Give a klacht to the resident.</summary>
    /// <param name="Zaak">Reference on the card; null for the one that is open. The same below.</param>
    public sealed record Overdragen(string? Zaak) : Wish;

    /// <summary>The law behind a question.</summary>
    public sealed record Toelichting(string Vraag, string? Zaak) : Wish;

    /// <summary>All answers of a klacht.</summary>
    public sealed record Overzicht(string? Zaak) : Wish;

    /// <summary>Handled: it may leave the list.</summary>
    public sealed record Afgehandeld(string Kenmerk) : Wish;

    /// <summary>The gemeente puts it off by four weeks, or not after all.</summary>
    public sealed record Verdaagd(string Kenmerk, bool Aan) : Wish;

    /// <summary>An answer or a command in the klacht that is open.</summary>
    /// <param name="Zaak">Reference on the card it came from; null for typed words.</param>
    public sealed record Antwoord(Incoming Incoming, string? Zaak) : Wish;

    /// <summary>A card whose question was left open.</summary>
    public sealed record Leeg(string? Zaak) : Wish;
}
