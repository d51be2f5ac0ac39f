using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Afleveren.Email;

/// <summary>The form as an e-mail: a short text with the documents attached. The same form gives the same bytes.</summary>
/// <remarks>
/// Source: RFC 5322, RFC 2045-2049. Neither subject nor text says anything of the resident: those stand on screens of bystanders and in logs of mail servers.
/// The Message-ID comes from our reference, so that a message that was sent twice can be recognised.
/// </remarks>
internal static class MailMessage
{
    private const int LineLength = 76;
    private const string NewLine = "\r\n";

    public static byte[] Write(Zending zending, EmailSettings settings)
    {
        var boundary = $"=_{zending.Kenmerk}_=";
        var mail = new StringBuilder();
        Header(mail, "From", settings.Van);
        Header(mail, "To", settings.Aan);
        Header(mail, "Subject", $"Klacht {zending.Kenmerk}");
        Header(mail, "Date", zending.Ingediend.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mail, "Message-ID", $"<{zending.Kenmerk}@{settings.Van[(settings.Van.IndexOf('@', StringComparison.Ordinal) + 1)..]}>");
        Header(mail, "Auto-Submitted", "auto-generated");
        Header(mail, "MIME-Version", "1.0");
        Header(mail, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        Part(mail, boundary, "text/plain; charset=utf-8", name: null, Encoding.UTF8.GetBytes($"Klacht {zending.Kenmerk}{NewLine}"));
        foreach (var stuk in zending.Stukken.Value)
        {
            Part(mail, boundary, stuk.Soort, stuk.Naam, stuk.Inhoud);
        }

        Part(mail, boundary, "application/json", "klacht.json", zending.Json.ToArray());
        mail.Append(NewLine).Append("--").Append(boundary).Append("--").Append(NewLine);
        return Encoding.ASCII.GetBytes(mail.ToString());
    }

    private static void Header(StringBuilder mail, string name, string value) => mail.Append(name).Append(": ").Append(value).Append(NewLine);

    private static void Part(StringBuilder mail, string boundary, string type, string? name, byte[] content)
    {
        mail.Append(NewLine).Append("--").Append(boundary).Append(NewLine);
        Header(mail, "Content-Type", type);
        Header(mail, "Content-Transfer-Encoding", "base64");
        if (name is not null)
        {
            Header(mail, "Content-Disposition", $"attachment; filename=\"{name}\"");
        }

        var text = Convert.ToBase64String(content);
        for (var at = 0; at < text.Length; at += LineLength)
        {
            mail.Append(NewLine).Append(text, at, Math.Min(LineLength, text.Length - at));
        }

        mail.Append(NewLine);
    }
}
