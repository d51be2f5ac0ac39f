namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>seeds/taal as it stands in the files, before it is made ready for use.</summary>
public sealed record TaalSeeds
{
    /// <summary>Kind of time word, then value, then spellings.</summary>
    public required IReadOnlyDictionary<string, Dictionary<int, List<string>>> Tijdwoorden { get; init; }

    public required TelwoordenSeed Telwoorden { get; init; }

    public required IReadOnlyList<FeestdagSeed> Feestdagen { get; init; }

    /// <summary>First days per feast of the islamic calendar.</summary>
    public required IReadOnlyDictionary<string, List<string>> Islamkalender { get; init; }

    public required JaNeeSeed JaNee { get; init; }

    public required MuntenSeed Munten { get; init; }

    public required AdresSeed Adres { get; init; }

    public required SignalenSeed Signalen { get; init; }

    public required GewichtenSeed Gewichten { get; init; }

    public required OpdrachtenSeed Opdrachten { get; init; }

    public required VerhaalSeed Verhaal { get; init; }

    /// <summary>Kind of danger, then its phrases.</summary>
    public required IReadOnlyDictionary<string, List<string>> Crisis { get; init; }
}

/// <summary>seeds/taal/gewichten.csv, learnt from seeds/taal/voorbeelden.yaml.</summary>
/// <param name="Labels">The columns.</param>
/// <param name="Rijen">Feature, then a weight for each label; "" is what each label starts with.</param>
public sealed record GewichtenSeed(IReadOnlyList<string> Labels, IReadOnlyDictionary<string, IReadOnlyList<float>> Rijen);

public sealed record TelwoordSeed
{
    public required decimal Waarde { get; init; }

    public required List<string> Woord { get; init; }

    public required List<string> Rang { get; init; }
}

public sealed record RangSeed
{
    public required int Plaats { get; init; }

    public required string Vanaf { get; init; }
}

public sealed record TelwoordenSeed
{
    public required List<TelwoordSeed> Eenheden { get; init; }

    public required List<TelwoordSeed> Tientallen { get; init; }

    public required List<TelwoordSeed> Vermenigvuldigers { get; init; }

    public required List<string> Bindwoord { get; init; }

    public required Dictionary<string, decimal> Achtervoegsels { get; init; }

    public required Dictionary<string, decimal> Breuken { get; init; }

    public required List<string> Anderhalf { get; init; }

    public required List<string> Dozijn { get; init; }

    public required List<string> Min { get; init; }

    public required Dictionary<string, RangSeed> Relatief { get; init; }
}

public sealed record FeestdagSeed
{
    public required string Naam { get; init; }

    public required List<string> Namen { get; init; }

    /// <summary>vast, pasen, islam or weekdag.</summary>
    public required string Soort { get; init; }

    public required int Duur { get; init; }

    public int Maand { get; init; }

    public int Dag { get; init; }

    public int Dagen { get; init; }

    public int Weekdag { get; init; }

    public int Nummer { get; init; }

    public string Tabel { get; init; } = "";

    public bool Wazig { get; init; }
}

public sealed record JaNeeSeed
{
    public required List<string> Ja { get; init; }

    public required List<string> Nee { get; init; }

    public required List<string> WeetNiet { get; init; }

    /// <summary>Words after "ja" or "nee" that take it back in part.</summary>
    public required List<string> Voorbehoud { get; init; }

    /// <summary>Words that add nothing to a bare answer.</summary>
    public required List<string> AntwoordVulling { get; init; }

    /// <summary>Ways to say that there is nothing to fill in.</summary>
    public required List<string> Niets { get; init; }

    /// <summary>Words that by themselves choose no option.</summary>
    public required List<string> Functiewoorden { get; init; }

    /// <summary>Words of denial, for which no other word is taken.</summary>
    public required List<string> Ontkenning { get; init; }

    /// <summary>Small words over which a denial reaches; without them it denies only what stands beside it.</summary>
    public List<string> OntkenningOver { get; init; } = [];

    /// <summary>Words that may carry a denial on to a second thing.</summary>
    public List<string> OntkenningVerbindt { get; init; } = [];

    /// <summary>Words at which a denial stops.</summary>
    public List<string> OntkenningEinde { get; init; } = [];

    /// <summary>Words that leave an option out.</summary>
    public List<string> KeuzeUitzondering { get; init; } = [];

    public required List<string> Vraagbegin { get; init; }

    /// <summary>What begins like a question and is none.</summary>
    public List<string> GeenVraag { get; init; } = [];

    public required List<string> KeuzeVulling { get; init; }

    public required Dictionary<string, int> KeuzeAlles { get; init; }
}

public sealed record MuntenSeed
{
    public required List<string> Euro { get; init; }

    public required List<string> Cent { get; init; }

    public required Dictionary<string, decimal> Stukken { get; init; }

    public required List<string> GeenGeld { get; init; }

    /// <summary>Words after which a number is not the whole amount: "een paar honderd".</summary>
    public List<string> Onbepaald { get; init; } = [];

    public required List<MuntSeed> Vreemd { get; init; }
}

/// <summary>A currency other than the euro, or a coin of one.</summary>
public sealed record MuntSeed
{
    /// <summary>English name, as the language contract has it.</summary>
    public required string Eenheid { get; init; }

    /// <summary>ISO 4217; empty when the words leave open which country it is of.</summary>
    public string Iso { get; init; } = "";

    /// <summary>Words that follow the number.</summary>
    public List<string> Woorden { get; init; } = [];

    /// <summary>Signs and codes that stand before or after the number.</summary>
    public List<string> Tekens { get; init; } = [];

    /// <summary>Smaller coin, then how much one is of the whole.</summary>
    public Dictionary<string, decimal> Delen { get; init; } = [];
}

public sealed record AdresSeed
{
    public required List<string> GeenPostcodeLetters { get; init; }

    public required List<string> NooitPostcodeLetters { get; init; }

    public required List<string> Postcodewoorden { get; init; }

    public required List<string> Bsnwoorden { get; init; }

    public required List<string> AnderNummer { get; init; }

    public required string BsnVervanging { get; init; }

    /// <summary>Words before a name: "ik heet".</summary>
    public required List<string> NaamBegin { get; init; }
}

public sealed record SignalenSeed
{
    /// <summary>Concept, then its words.</summary>
    public required Dictionary<string, List<string>> Begrippen { get; init; }

    /// <summary>Label, then the kinds it usually stands for.</summary>
    public required Dictionary<string, List<string>> Soorten { get; init; }

    public required List<SignaalregelSeed> Regels { get; init; }
}

public sealed record SignaalregelSeed
{
    public required string Label { get; init; }

    public required string Anker { get; init; }

    public List<string> Bij { get; init; } = [];

    public List<string> Daarna { get; init; } = [];

    public List<string> Zonder { get; init; } = [];

    public List<string> Nergens { get; init; } = [];

    public List<string> NietNaast { get; init; } = [];

    public List<string> Soorten { get; init; } = [];

    /// <summary>Words between; 0 is the default.</summary>
    public int Binnen { get; init; }

    public bool Alleen { get; init; }

    public bool AlsLeeg { get; init; }
}

public sealed record OpdrachtSeed
{
    public List<string> Heel { get; init; } = [];

    public List<string> Begin { get; init; } = [];
}

public sealed record OpdrachtenSeed
{
    public required List<string> Vulling { get; init; }

    public required Dictionary<string, OpdrachtSeed> Opdrachten { get; init; }

    public required List<string> OnderwerpBegin { get; init; }

    public required List<string> OnderwerpEind { get; init; }

    public required Dictionary<string, List<string>> Onderwerpen { get; init; }
}

public sealed record VerhaalSeed
{
    /// <summary>Role, then its words.</summary>
    public required Dictionary<string, List<string>> Rollen { get; init; }

    public required Dictionary<string, List<string>> Kanalen { get; init; }

    public required List<string> EerderGeklaagd { get; init; }

    public required List<string> NietGeklaagd { get; init; }

    /// <summary>The act of complaining itself: a date or a channel beside it is that of the klacht.</summary>
    public required List<string> KlachtGedaan { get; init; }

    /// <summary>The same for the answer to it.</summary>
    public required List<string> AntwoordGedaan { get; init; }

    public required List<string> AntwoordGehad { get; init; }

    public required List<string> GeenAntwoord { get; init; }

    public required List<string> Belofte { get; init; }

    public required List<string> Gezegd { get; init; }

    public required List<string> Weigering { get; init; }
}
