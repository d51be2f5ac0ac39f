using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Afleveren.Email;
using Microsoft.Extensions.Configuration;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>Against smtp-server from npm, and against a server that hangs up.</summary>
public sealed class EmailAfleveringTests
{
    [Theory]
    [InlineData("ok", MailTls.StartTls)]
    [InlineData("direct", MailTls.Direct)]
    public async Task A_form_arrives_over_tls_with_its_documents(string mode, MailTls tls)
    {
        await using var server = await MailServer.StartAsync(mode);

        Assert.IsType<Afleverresultaat.Afgeleverd>(await DeliverAsync(Settings(server) with { Tls = tls }));

        var mail = await server.MailAsync();
        Assert.Equal(("klachthulp@gemeente.example", "klachten@gemeente.example", true, "proef"),
            (mail.GetProperty("from").GetString(), mail.GetProperty("to")[0].GetString(), mail.GetProperty("secure").GetBoolean(), mail.GetProperty("user").GetString()));
        var parts = Parts(mail.GetProperty("mail").GetString()!);
        Assert.Equal(["", "klacht.pdf", "brief.txt", "klacht.json"], parts.Select(static part => part.Name));
        Assert.Equal(Proefzending.Zending().Json.ToArray(), parts[3].Content);
        Assert.StartsWith("%PDF", Encoding.UTF8.GetString(parts[1].Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_and_text_say_the_reference_and_nothing_of_the_resident()
    {
        await using var server = await MailServer.StartAsync("ok");
        await DeliverAsync(Settings(server));

        var text = (await server.MailAsync()).GetProperty("mail").GetString()!;
        var headers = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.Contains($"Subject: Klacht {Proefzending.Kenmerk}\r\n", headers, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{Proefzending.Kenmerk}@gemeente.example>\r\n", headers, StringComparison.Ordinal);
        Assert.Contains("Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n", headers, StringComparison.Ordinal);
        Assert.Equal($"Klacht {Proefzending.Kenmerk}\r\n", Encoding.UTF8.GetString(Parts(text)[0].Content));
        Assert.DoesNotContain("Bewoner", text, StringComparison.OrdinalIgnoreCase);
        Assert.All(text.Split("\r\n"), static line => Assert.True(line.Length <= 78, line));
    }

    [Fact]
    public void The_same_form_gives_the_same_mail()
        => Assert.Equal(MailMessage.Write(Proefzending.Zending(), Plain(25)), MailMessage.Write(Proefzending.Zending(), Plain(25)));

    [Fact]
    public async Task A_server_without_starttls_gets_nothing()
    {
        await using var server = await MailServer.StartAsync("plain");

        Assert.Equal(new Afleverresultaat.Geweigerd("mail server without STARTTLS"), await DeliverAsync(Settings(server)));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_gets_nothing()
    {
        await using var server = await MailServer.StartAsync("ok");

        await Assert.ThrowsAsync<AuthenticationException>(() => DeliverAsync(Settings(server) with { Vertrouwd = null }));
    }

    [Fact]
    public async Task A_certificate_of_another_server_gets_nothing()
    {
        await using var server = await MailServer.StartAsync("ok");

        await Assert.ThrowsAsync<AuthenticationException>(() => DeliverAsync(Settings(server) with { Server = "localhost" }));
    }

    [Theory]
    [InlineData("busy", "mail server 451", false)]
    [InlineData("refuse", "mail server 550", true)]
    public async Task What_the_server_says_decides_whether_it_is_tried_again(string mode, string reason, bool forGood)
    {
        await using var server = await MailServer.StartAsync(mode);

        Afleverresultaat expected = forGood ? new Afleverresultaat.Geweigerd(reason) : new Afleverresultaat.Later(reason);
        Assert.Equal(expected, await DeliverAsync(Settings(server)));
    }

    [Fact]
    public async Task A_wrong_password_parks_the_form()
    {
        await using var server = await MailServer.StartAsync("ok");

        Assert.Equal(new Afleverresultaat.Geweigerd("mail server 535"), await DeliverAsync(Settings(server) with { Wachtwoord = "fout" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("220 hallo\r\n")]
    [InlineData("geen smtp\r\n")]
    [InlineData("220-eindeloos\r\n", 200)]
    [InlineData("220 ", 2000)]
    public async Task A_server_that_hangs_up_or_talks_nonsense_is_an_error_and_not_a_hang(string talk, int times = 1)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serve = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(talk, times))));
        });

        await Assert.ThrowsAnyAsync<IOException>(() => DeliverAsync(Plain(port)));
        await serve;
    }

    [Theory]
    [InlineData("Van", "klachten@gemeente.example\r\nBcc: elders@voorbeeld.example")]
    [InlineData("Aan", "Klachten <klachten@gemeente.example>")]
    [InlineData("Aan", "geen adres")]
    [InlineData("Server", "")]
    [InlineData("Tls", "Geen")]
    public void Settings_that_are_unsafe_stop_the_start(string name, string value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Email:Server"] = "mail.gemeente.example",
            ["Email:Van"] = "klachthulp@gemeente.example",
            ["Email:Aan"] = "klachten@gemeente.example",
        };
        var good = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Email");
        Assert.Equal((587, MailTls.StartTls), (EmailSettings.From(good).Poort, EmailSettings.From(good).Tls));
        settings[$"Email:{name}"] = value;

        var bad = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Email");
        Assert.Throws<InvalidOperationException>(() => EmailSettings.From(bad));
    }

    private static Task<Afleverresultaat> DeliverAsync(EmailSettings settings)
        => new EmailAflevering(settings, TimeProvider.System).LeverAsync(Proefzending.Zending(), Proefzending.Stappen(), default);

    private static EmailSettings Plain(int port)
        => new("127.0.0.1", port, MailTls.Geen, "klachthulp@gemeente.example", "klachten@gemeente.example", null, null, null);

    private static EmailSettings Settings(MailServer server) => Plain(server.Port) with
    {
        Tls = MailTls.StartTls,
        Gebruiker = "proef",
        Wachtwoord = "wachtwoord",
        Vertrouwd = X509CertificateLoader.LoadCertificate(server.Certificate.RawData),
    };

    private static (string Name, byte[] Content)[] Parts(string mail)
    {
        var boundary = "--" + mail.Split("boundary=\"")[1].Split('"')[0];
        return [.. mail.Split(boundary)[1..^1].Select(static part =>
        {
            var at = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var name = part[..at].Contains("filename=", StringComparison.Ordinal) ? part.Split("filename=\"")[1].Split('"')[0] : "";
            return (name, Convert.FromBase64String(part[at..].Replace("\r\n", "", StringComparison.Ordinal)));
        })];
    }
}
