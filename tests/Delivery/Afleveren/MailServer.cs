using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using KlachtHulp.Tests.Browser;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>smtp-server from npm in a process of its own, with a certificate made for the occasion.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    public int Port { get; private set; }

    /// <summary>To be trusted instead of the authorities of the system.</summary>
    public X509Certificate2 Certificate { get; private set; } = null!;

    public static async Task<MailServer> StartAsync(string mode)
    {
        var server = new MailServer();
        var (cert, key) = server.MakeCertificate();
        server._process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "server.mjs"), cert, key, mode])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        });
        server.Port = int.Parse(await server.LineAsync(), CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>The next mail that was accepted.</summary>
    public async Task<JsonElement> MailAsync() => JsonDocument.Parse(await LineAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            process.Dispose();
        }

        Certificate.Dispose();
        _folder.Dispose();
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "Delivery", "Afleveren", "smtp");

    private async Task<string> LineAsync()
        => await _process!.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("The mail server ended.");

    private (string Cert, string Key) MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=proef", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (cert, secret) = (Path.Combine(_folder.Path, "cert.pem"), Path.Combine(_folder.Path, "key.pem"));
        File.WriteAllText(cert, Certificate.ExportCertificatePem());
        File.WriteAllText(secret, key.ExportPkcs8PrivateKeyPem());
        return (cert, secret);
    }
}
