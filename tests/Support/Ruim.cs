namespace KlachtHulp.Tests.Support;

/// <summary>Limits that no test reaches by accident: a test's clock may stand still, so that what was counted is never forgotten.</summary>
internal static class Ruim
{
    private const string Names = "NieuwPerMinuut NieuwPerSeconde VerzoekenPerAdres VerzoekenPerGesprek WeigeringenPerMinuut VerbindingenPerAdres";

    public static IEnumerable<(string Name, string Value)> Limits => Names.Split(' ').Select(static name => ($"KlachtHulp:Limieten:{name}", "100000"));
}
