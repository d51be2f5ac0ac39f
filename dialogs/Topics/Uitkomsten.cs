namespace KlachtHulp.Dialogs.Topics;

/// <summary>Ids of the ends of the tree; their words are in seeds/teksten under <c>uitkomst.</c>.</summary>
public static class Uitkomsten
{
    /// <summary>Klachtformulier to the gemeente. Source: Awb art. 9:4.</summary>
    public const string Klacht = "klacht";

    /// <summary>Request to the ombudsman. Source: Awb art. 9:28.</summary>
    public const string Verzoekschrift = "verzoekschrift";

    /// <summary>Only a decision is disputed: bezwaar. Source: Awb art. 6:4.</summary>
    public const string Bezwaar = "bezwaar";

    /// <summary>The court looks at the same facts. Source: Awb art. 9:8 and 9:22.</summary>
    public const string Rechter = "rechter";

    /// <summary>The gemeente still has time to answer. Source: Awb art. 9:11.</summary>
    public const string Wachten = "wachten";

    /// <summary>The resident is satisfied with the answer. Source: Awb art. 9:5.</summary>
    public const string Opgelost = "opgelost";

    /// <summary>Another body than a gemeente.</summary>
    public const string AndereInstantie = "andere_instantie";
}
