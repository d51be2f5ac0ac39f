using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>One form on its way to a gemeente.</summary>
/// <param name="Kenmerk">Our reference, and the idempotency key at the far end: letters, digits and hyphens.</param>
/// <param name="Json">The form exactly as the resident's receipt describes it.</param>
/// <param name="Ingediend">Moment at which the resident sent it, UTC.</param>
/// <param name="Stukken">The documents for people to read; made only when somebody asks.</param>
public sealed record Zending(string Kenmerk, Klachtformulier Formulier, ReadOnlyMemory<byte> Json, DateTimeOffset Ingediend, Lazy<IReadOnlyList<Stuk>> Stukken);

/// <param name="Naam">File name without personal data.</param>
/// <param name="Soort">Media type.</param>
public sealed record Stuk(string Naam, string Soort, byte[] Inhoud);

/// <summary>Makes the documents of a form; the same form gives the same bytes.</summary>
public delegate IReadOnlyList<Stuk> Stukkenmaker(Klachtformulier formulier);
