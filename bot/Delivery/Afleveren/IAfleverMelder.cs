using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Hears what became of each attempt to deliver a form. What goes wrong in it does not touch the delivery.</summary>
public interface IAfleverMelder
{
    /// <param name="item">As it was taken from the outbox; its attempts are those before this one.</param>
    Task MeldAsync(OutboxItem item, Afleverresultaat result, CancellationToken cancellationToken);
}
