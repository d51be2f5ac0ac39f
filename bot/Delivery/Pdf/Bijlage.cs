namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>A file that travels inside the PDF, for example the same klacht as JSON.</summary>
/// <param name="Naam">File name without a path; unique within one document.</param>
/// <param name="MediaType">For example application/json.</param>
/// <param name="Omschrijving">What a reader of the PDF sees in the list of attachments.</param>
public sealed record Bijlage(string Naam, string MediaType, ReadOnlyMemory<byte> Inhoud, string Omschrijving);
