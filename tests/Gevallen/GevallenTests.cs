using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Tests.Gevallen;

public sealed class GevallenTests(Spelen spelen) : IClassFixture<Spelen>
{
    public static TheoryData<string> Ids => [.. Geval.Alle().Select(static geval => geval.Id)];

    [Fact]
    public void There_are_the_known_cases_and_thirty_more() => Assert.True(Geval.Alle().DistinctBy(static geval => geval.Id).Count() >= 90, "cases");

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_case_ends_where_it_must(string id)
    {
        var (geval, spel) = spelen.Speel(id);
        Assert.NotNull(spel.Einde);

        Assert.Equal(geval.Verwacht.Einde, spel.Position(spelen.Klachthulp).Outcome?.Id);
        Assert.Equal(geval.Verwacht.Crisis, spel.Crisis);
        Assert.All(geval.Verwacht.Gevraagd, question => Assert.Contains(question, spel.Gevraagd));
        Assert.All(geval.Verwacht.NietGevraagd, question => Assert.DoesNotContain(question, spel.Gevraagd));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_open_routes_are_those_of_the_law(string id)
    {
        var (geval, spel) = spelen.Speel(id);
        var codes = spel.Einde!.Routes.Select(static route => route.Code).ToList(); // not null: every case ends

        Assert.All(geval.Verwacht.Routes, code => Assert.Contains(code, codes));
        Assert.All(geval.Verwacht.GeenRoutes, code => Assert.DoesNotContain(code, codes));
        Assert.True(geval.Verwacht.Eerst.Length == 0 || codes[0] == geval.Verwacht.Eerst, string.Join(", ", codes));
        Assert.Equal(codes.Distinct(), codes);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_last_days_are_those_of_the_law_and_none_has_passed(string id)
    {
        var (geval, spel) = spelen.Speel(id);
        var days = spel.Einde!.Routes.ToDictionary(static route => route.Code, static route => route.Uiterlijk?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

        Assert.All(geval.Verwacht.Dagen, pair => Assert.Equal($"{pair.Key} {pair.Value}", $"{pair.Key} {days.GetValueOrDefault(pair.Key, "closed")}"));
        Assert.All(spel.Einde.Routes.Where(static route => route.Code is not ("R19" or "R04") && route.Uiterlijk is not null), route => Assert.True(route.Uiterlijk >= spel.Dag, route.Code));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_kinds_and_the_form_are_those_of_the_case(string id)
    {
        var (geval, spel) = spelen.Speel(id);
        var answers = spel.Position(spelen.Klachthulp).Answers;
        var kinds = answers.Rounds(KlachtDialog.Klacht).SelectMany(static round => ToezeggingDialog.Soorten(round).Concat(PrivacyDialog.Soorten(round))).ToList();
        var vereisten = Vereistenkeuze.Van(answers, spelen.Klachthulp.Knowledge).Select(static vereiste => vereiste.Id).ToList();
        var form = Text(spel, Documenten.Json) is { Length: > 0 } json ? JsonNode.Parse(json) : null;

        Assert.All(geval.Verwacht.Soorten, kind => Assert.Contains(kind, kinds));
        Assert.All(geval.Verwacht.Vereisten, vereiste => Assert.Contains(vereiste, vereisten));
        Assert.True(geval.Verwacht.Klachten.Count == 0 || geval.Verwacht.Klachten.SequenceEqual(form!["klachten"]!.AsArray().Select(static klacht => (string)klacht!["soort"]!)), id);
        Assert.All(geval.Verwacht.Formulier, pair => Assert.Equal($"{pair.Key}: {pair.Value}", $"{pair.Key}: {Value(form, pair.Key)}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_words_are_said_and_the_forbidden_ones_are_not(string id)
    {
        var (geval, spel) = spelen.Speel(id);
        var letter = Text(spel, Documenten.Tekst);
        var written = geval.Zegt.Values.Aggregate(letter, static (text, own) => text.Replace(own, "", StringComparison.Ordinal));

        Assert.All(geval.Verwacht.Woorden, words => Assert.Contains(words, spel.Screens, StringComparison.OrdinalIgnoreCase));
        Assert.All(geval.Verwacht.GeenWoorden, words => Assert.DoesNotContain(words, spel.Screens, StringComparison.OrdinalIgnoreCase));
        Assert.All(geval.Verwacht.GeenWoorden, words => Assert.DoesNotContain(words, written, StringComparison.OrdinalIgnoreCase));
        Assert.All(geval.Verwacht.InBrief, words => Assert.Contains(words, Flat(letter), StringComparison.OrdinalIgnoreCase));
        Assert.All(geval.Verwacht.NietInBrief, words => Assert.DoesNotContain(words, Flat(letter), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_documents_are_offered_and_can_be_made(string id)
    {
        var (geval, spel) = spelen.Speel(id);
        var offered = spel.Einde!.Documenten.Select(static link => link.Naam).ToList();
        var files = spel.Documents;

        Assert.All(geval.Verwacht.Documenten, name => Assert.Contains(name, offered));
        Assert.All(geval.Verwacht.GeenDocumenten, name => Assert.DoesNotContain(name, offered));
        Assert.Equal(offered, files.Select(static file => file.Naam));
        Assert.Equal(offered.Distinct(), offered);
        Assert.All(files, static file => Assert.NotEmpty(file.Inhoud()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_sheet_to_think_with_stays_out_of_letter_and_form(string id)
    {
        var (_, spel) = spelen.Speel(id);
        var vereisten = Vereistenkeuze.Van(spel.Position(spelen.Klachthulp).Answers, spelen.Klachthulp.Knowledge);

        Assert.All(vereisten, vereiste => Assert.DoesNotContain(vereiste.Uitleg, Text(spel, Documenten.Tekst) + Text(spel, Documenten.Json), StringComparison.Ordinal));
        Assert.Equal(vereisten.Count > 0, spel.Documents.Any(static file => file.Naam == Documenten.Denkhulp));
    }

    private static string Text(Gevalspel spel, string kind)
        => spel.Documents.FirstOrDefault(file => file.Soort == kind) is { } file ? Encoding.UTF8.GetString(file.Inhoud()) : "";

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Value(JsonNode? form, string path)
    {
        foreach (var part in path.Split('.'))
        {
            form = form is JsonArray list ? list.ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)) : form?[part];
        }

        return form is JsonValue value ? value.ToString() : "";
    }
}
