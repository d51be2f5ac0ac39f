using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Turns;

/// <summary>The conversation logic as the shell sees it: pure, from stored bytes and a message to new bytes and prompts.</summary>
[SuppressMessage("Naming", "CA1716:Identifiers should not match keywords",
    Justification = "Step is the word of the dialog; nobody implements this in Visual Basic.")]
public interface IDialog
{
    /// <param name="body">What the previous turn left; empty for a new conversation.</param>
    DialogTurn Step(ReadOnlyMemory<byte> body, Incoming incoming, DialogContext context);

    /// <summary>The language a conversation is held in, as BCP-47.</summary>
    string Language(ReadOnlyMemory<byte> body) => "nl";

    /// <summary>A text as it may be kept and shown again: without a burgerservicenummer.</summary>
    string Keep(string text);

    /// <summary>Everything answered so far.</summary>
    Overzicht Overview(ReadOnlyMemory<byte> body, DialogContext context);

    /// <summary>The documents that belong to the answers; empty until the conversation has reached its end.</summary>
    IReadOnlyList<DocumentFile> Documents(ReadOnlyMemory<byte> body, DialogContext context);
}

/// <param name="Now">The moment of the message, UTC.</param>
/// <param name="Today">The same as a day in Amsterdam.</param>
/// <param name="Gemeente">CBS code, or empty when it is not known yet.</param>
/// <param name="Kanaal">Which door the resident came in by, for example web, kiosk or msteams.</param>
public sealed record DialogContext(DateTimeOffset Now, DateOnly Today, string Gemeente, string Kanaal)
{
    /// <summary>Id of the conversation; the reference on a form is derived from it.</summary>
    public string Gesprek { get; init; } = "";

    /// <summary>Whether this turn happens; false where only its words are wanted.</summary>
    public bool Telt { get; init; } = true;
}

/// <param name="Body">What the next turn starts from.</param>
/// <param name="Erase">The resident asked, and confirmed, that everything is removed.</param>
/// <param name="Changed">Whether <paramref name="Body"/> differs from what went in.</param>
public sealed record DialogTurn(ReadOnlyMemory<byte> Body, IReadOnlyList<Prompt> Prompts, IReadOnlyList<NewOutboxItem> Outbox, bool Erase, bool Changed)
{
    /// <summary>The language the conversation is held in after this turn, as BCP-47.</summary>
    public string Taal { get; init; } = "nl";
}

/// <param name="Klaar">The conversation has reached its end.</param>
public sealed record Overzicht(Stap Stap, IReadOnlyList<OverzichtRij> Antwoorden, bool Klaar)
{
    /// <summary>The letter as it would go out now; null until everything but the signature is there.</summary>
    public Briefbeeld? Brief { get; init; }
}

/// <param name="Aangepast">Whether the resident changed the text by hand.</param>
/// <param name="Vervallen">The resident did so, but another answer changed after that; the letter was made anew.</param>
public sealed record Briefbeeld(IReadOnlyList<Briefdeel> Delen, bool Aangepast, bool Vervallen)
{
    /// <summary>Path under which the text can be changed; null when it is too long for one message.</summary>
    public string? Vraag { get; init; }
}

/// <param name="Status">One of gegeven, onbekend, overgeslagen, ongebruikt.</param>
public sealed record OverzichtRij(string Vraag, string Titel, string Groep, string Tekst, string Status);

/// <param name="Naam">File name without personal data.</param>
/// <param name="Soort">Media type.</param>
/// <param name="Inhoud">Makes the bytes; called only when somebody asks for them.</param>
public sealed record DocumentFile(string Naam, string Soort, Func<byte[]> Inhoud);
