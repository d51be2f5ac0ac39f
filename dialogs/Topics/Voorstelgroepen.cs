using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Which group of kinds a kind is asked in.</summary>
internal static class Voorstelgroepen
{
    public static (string Groep, Question<IReadOnlyList<string>>? Vraag, IReadOnlyList<string> Soorten)[] Toezegging { get; } =
    [
        ("krijgen", ToezeggingDialog.SoortKrijgen, ToezeggingDialog.SoortKrijgen.Options),
        ("doen", ToezeggingDialog.SoortDoen, ToezeggingDialog.SoortDoen.Options),
        ("vastleggen", ToezeggingDialog.SoortVastleggen, ToezeggingDialog.SoortVastleggen.Options),
        ("informatie", null, ["T10"]),
    ];

    public static (string Groep, Question<IReadOnlyList<string>>? Vraag, IReadOnlyList<string> Soorten)[] Privacy { get; } =
    [
        ("gedeeld", PrivacyDialog.SoortGedeeld, PrivacyDialog.SoortGedeeld.Options),
        ("gevraagd", PrivacyDialog.SoortGevraagd, PrivacyDialog.SoortGevraagd.Options),
        ("gehoord", PrivacyDialog.SoortGehoord, PrivacyDialog.SoortGehoord.Options),
        ("opgenomen", PrivacyDialog.SoortOpgenomen, PrivacyDialog.SoortOpgenomen.Options),
        ("verteld", null, ["P08"]),
        ("dossier", PrivacyDialog.SoortDossier, PrivacyDialog.SoortDossier.Options),
    ];

    /// <summary>Channels of a story as options of the question.</summary>
    public static IReadOnlyList<string> Kanalen(IReadOnlyList<StoryMention> mentions) => [.. mentions.Select(static mention => mention.Id switch
    {
        "mail" => "email",
        "balie" => "gesprek",
        var id => id,
    }).Distinct()];
}
