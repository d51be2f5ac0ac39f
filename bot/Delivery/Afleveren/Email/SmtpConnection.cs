using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Afleveren.Email;

/// <summary>A conversation with a mail server, line by line.</summary>
/// <remarks>Source: RFC 5321 (SMTP), RFC 3207 (STARTTLS). Reads byte by byte: what a server sent in the clear before STARTTLS is never taken for what comes after it.</remarks>
internal sealed class SmtpConnection(Stream stream) : IAsyncDisposable
{
    private const int LongestLine = 2048;
    private const int MostLines = 100;

    private Stream _stream = stream;

    /// <summary>The bare connection; whoever disposes it closes it.</summary>
    public static async Task<Stream> ConnectAsync(string server, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <param name="authority">Trusted instead of the authorities of the system; null for those.</param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not that of the server, or not trusted.</exception>
    public async Task SecureAsync(string server, X509Certificate2? authority, CancellationToken cancellationToken)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = server };
        if (authority is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck,
            };
        }

        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsClientAsync(options, cancellationToken);
    }

    /// <summary>Sends one line, or nothing, and reads the answer.</summary>
    public async Task<SmtpReply> AskAsync(string? line, CancellationToken cancellationToken)
    {
        if (line is not null)
        {
            await SendAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        }

        return await ReadReplyAsync(cancellationToken);
    }

    /// <exception cref="AfleveringMislukt">Another answer than the wanted one.</exception>
    public async Task<SmtpReply> DemandAsync(string? line, int wanted, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(line, cancellationToken);
        return reply.Code == wanted ? reply : throw reply.Refusal();
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new IOException("The mail server does not speak SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new IOException("The answer of the mail server does not end.");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < LongestLine)
        {
            await _stream.ReadExactlyAsync(one, cancellationToken);
            if (one[0] == (byte)'\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        throw new IOException("A line of the mail server is too long.");
    }
}
