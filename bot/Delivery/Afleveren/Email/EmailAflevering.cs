using System.Text;

namespace KlachtHulp.Bot.Delivery.Afleveren.Email;

/// <summary>Mails the form with its documents to the klachtencoordinator.</summary>
/// <remarks>
/// SMTP cannot promise once: when the connection breaks after the last byte, the mail may have arrived and is sent again, under the same Message-ID.
/// A mail that bounces later is not seen here.
/// </remarks>
/// <param name="connect">Opens a connection to a server and port; null for the network.</param>
public sealed class EmailAflevering(EmailSettings settings, TimeProvider clock, Func<string, int, CancellationToken, Task<Stream>>? connect = null) : IAflevering
{
    private readonly Func<string, int, CancellationToken, Task<Stream>> _connect = connect ?? SmtpConnection.ConnectAsync;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await SendAsync(MailMessage.Write(zending, settings), either.Token);
            return new Afleverresultaat.Afgeleverd();
        }
        catch (AfleveringMislukt mislukt)
        {
            return mislukt.Resultaat;
        }
    }

    private async Task SendAsync(byte[] mail, CancellationToken cancellationToken)
    {
        await using var connection = new SmtpConnection(await _connect(settings.Server, settings.Poort, cancellationToken));
        await LogInAsync(connection, await GreetAsync(connection, cancellationToken), cancellationToken);
        await connection.DemandAsync($"MAIL FROM:<{settings.Van}>", 250, cancellationToken);
        await connection.DemandAsync($"RCPT TO:<{settings.Aan}>", 250, cancellationToken);
        await connection.DemandAsync("DATA", 354, cancellationToken);
        await connection.SendAsync(mail, cancellationToken);
        await connection.DemandAsync(".", 250, cancellationToken);
    }

    /// <returns>What the server offers, as said over the protected connection.</returns>
    private async Task<SmtpReply> GreetAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (settings.Tls == MailTls.Direct)
        {
            await connection.SecureAsync(settings.Server, settings.Vertrouwd, cancellationToken);
        }

        await connection.DemandAsync(line: null, 220, cancellationToken);
        var offer = await connection.DemandAsync("EHLO klachthulp", 250, cancellationToken);
        if (settings.Tls != MailTls.StartTls)
        {
            return offer;
        }

        if (!offer.Offers("STARTTLS"))
        {
            throw new AfleveringMislukt(new Afleverresultaat.Geweigerd("mail server without STARTTLS"));
        }

        await connection.DemandAsync("STARTTLS", 220, cancellationToken);
        await connection.SecureAsync(settings.Server, settings.Vertrouwd, cancellationToken);
        return await connection.DemandAsync("EHLO klachthulp", 250, cancellationToken);
    }

    private async Task LogInAsync(SmtpConnection connection, SmtpReply offer, CancellationToken cancellationToken)
    {
        if (settings.Gebruiker is not { } user)
        {
            return;
        }

        var password = settings.Wachtwoord ?? "";
        if (offer.OffersLogin("PLAIN"))
        {
            await connection.DemandAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", 235, cancellationToken);
        }
        else
        {
            await connection.DemandAsync("AUTH LOGIN", 334, cancellationToken);
            await connection.DemandAsync(Base64(user), 334, cancellationToken);
            await connection.DemandAsync(Base64(password), 235, cancellationToken);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
