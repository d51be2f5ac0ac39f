namespace KlachtHulp.Bot.Content;

/// <summary>A case from practice, retold: what a resident says at each question, and what must come of it.</summary>
/// <param name="Id">Name of its file: S001.</param>
/// <param name="Titel">What it is about, in one line.</param>
/// <param name="Bron">Where the facts come from; name and address of the resident are invented.</param>
/// <param name="Peildatum">The day on which the conversation is held.</param>
/// <param name="Gesprek">By path of the question: what the resident types there, one entry for each time it is asked.</param>
public sealed record Geval(
    string Id, string Titel, string Bron, DateOnly Peildatum, IReadOnlyDictionary<string, IReadOnlyList<string>> Gesprek, Verwachting Verwacht);

/// <param name="Uitkomst">Id of the end of the tree.</param>
/// <param name="Klachten">Kind of each complaint on the form, in order.</param>
/// <param name="Formulier">By place in the JSON of the form, <c>klachten.0.wanneer.precisie</c>: the value there; empty when it must be absent.</param>
/// <param name="LaatsteDagen">By name of a term the last day that a resident is shown: <c>klacht[1].jaar</c>,
/// <c>ombudsman</c>, <c>behandeling</c>, <c>bezwaar</c>.</param>
public sealed record Verwachting(
    string Uitkomst, IReadOnlyList<string> Klachten, IReadOnlyDictionary<string, string> Formulier, IReadOnlyDictionary<string, DateOnly> LaatsteDagen);
