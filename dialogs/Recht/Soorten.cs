namespace KlachtHulp.Dialogs.Recht;

/// <summary>A kind of toezegging that a klacht can be about.</summary>
/// <remarks>Source: Awb art. 9:1; the kinds are our own, from reports of ombudsmen and courts.</remarks>
/// <param name="Id">T01 and on; never used again for something else.</param>
/// <param name="Naam">Plain Dutch for on a button, at most 60 characters.</param>
/// <param name="Uitleg">One plain Dutch sentence, at most 20 words.</param>
/// <param name="Vereisten">Ids of the <see cref="Vereiste"/> it is most often about; a suggestion, never a judgement.</param>
/// <param name="Routes">Further routes that are worth a look.</param>
public sealed record Toezeggingssoort(string Id, string Naam, string Uitleg, IReadOnlyList<string> Vereisten, IReadOnlyList<string> Routes, Herkomst Herkomst);

/// <summary>A kind of breach of privacy that a klacht can be about.</summary>
/// <remarks>Source: AVG art. 5, 6, 9, 12 and 15; the kinds are our own, from reports of ombudsmen.</remarks>
/// <param name="Id">P01 and on; never used again for something else.</param>
/// <param name="Naam">Plain Dutch for on a button, at most 60 characters.</param>
/// <param name="Uitleg">One plain Dutch sentence, at most 20 words.</param>
/// <param name="Toetsen">Which tests of the AVG the facts are collected for.</param>
/// <param name="Vereisten">Ids of the <see cref="Vereiste"/> it is most often about; a suggestion, never a judgement.</param>
/// <param name="Routes">Further routes that are worth a look.</param>
public sealed record Privacysoort(string Id, string Naam, string Uitleg, IReadOnlyList<Toets> Toetsen, IReadOnlyList<string> Vereisten,
    IReadOnlyList<string> Routes, Herkomst Herkomst);

/// <summary>A requirement of proper conduct of the Behoorlijkheidswijzer.</summary>
/// <remarks>Source: Behoorlijkheidswijzer of the Nationale ombudsman, 22 vereisten in 4 kernwaarden; a new framework is in the making.</remarks>
/// <param name="Id">B01 to B22.</param>
/// <param name="Naam">The official name.</param>
/// <param name="Kernwaarde">One of the four values it belongs to.</param>
/// <param name="Uitleg">Our own plain Dutch sentence, at most 20 words.</param>
public sealed record Vereiste(string Id, string Naam, string Kernwaarde, string Uitleg, Herkomst Herkomst);

/// <summary>What facts about gegevens are tested on. The conversation collects, it does not judge.</summary>
/// <remarks>Source: AVG art. 5, 6, 9, 10, 12, 15, 22 and 32.</remarks>
public enum Toets
{
    Grondslag,
    Doelbinding,
    Noodzaak,
    Proportionaliteit,
    Subsidiariteit,
    Transparantie,
    Dataminimalisatie,
    Juistheid,
    Opslagbeperking,
    Beveiliging,
    BijzondereGegevens,
    RechtenVanBetrokkene,
    AutomatischBesluit,
    Behoorlijkheid,
}

/// <summary>All kinds of seeds/soorten.</summary>
/// <remarks>Source: see each kind.</remarks>
public sealed record Soorten(IReadOnlyList<Toezeggingssoort> Toezeggingen, IReadOnlyList<Privacysoort> Privacyschendingen, IReadOnlyList<Vereiste> Vereisten);
