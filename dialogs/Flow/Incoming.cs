namespace KlachtHulp.Dialogs.Flow;

/// <summary>What the resident did, free of any channel.</summary>
public abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>The conversation starts, or somebody comes back to it.</summary>
    /// <param name="Taal">Language asked for before the first word, as BCP-47; null for Dutch.</param>
    public sealed record Joined(string? Taal = null) : Incoming;

    /// <summary>The resident typed something.</summary>
    public sealed record Said(string Text) : Incoming
    {
        /// <summary>Path of the question on screen when it was typed; null when the channel does not tell, and then it is about the open one.</summary>
        public string? Vraag { get; init; }
    }

    /// <summary>The resident pressed a button of a question.</summary>
    /// <param name="Vraag">Path of the question the button belongs to.</param>
    /// <param name="Antwoord">Canonical value.</param>
    /// <param name="Text">The words on the button; read instead when the button no longer fits.</param>
    public sealed record Chose(string Vraag, string Antwoord, string Text) : Incoming;

    /// <summary>The resident used a command.</summary>
    /// <param name="Argument">Path for <see cref="Command.Wijzig"/>, language for <see cref="Command.Taal"/>.</param>
    public sealed record Commanded(Command Command, string? Argument = null) : Incoming;

    /// <summary>A staff member begins to take down an oral klacht. No client can send this: only the door of the staff makes it.</summary>
    public sealed record Opgenomen(Opname Opname) : Incoming;
}
