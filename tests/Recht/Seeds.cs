using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Gemeenten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

/// <summary>The real seeds, read once; a problem in them fails every test that uses them.</summary>
internal static class Seeds
{
    public static readonly DateOnly Vandaag = new(2026, 11, 22);

    private static readonly Lazy<Termijnen> LazyTermijnen = new(static () => Read(RechtReader.ReadTermijnen));
    private static readonly Lazy<Routewijzer> LazyRoutewijzer = new(static () => Read((folder, problems)
        => RechtReader.ReadRoutes(folder, Termijnen, problems)));
    private static readonly Lazy<GemeenteRegister> LazyGemeenten = new(static () => Read(GemeentenReader.ReadRegister));
    private static readonly Lazy<OmbudsmanRegister> LazyOmbudsmannen = new(static () => Read(GemeentenReader.ReadOmbudsmannen));

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds");

    public static Termijnen Termijnen => LazyTermijnen.Value;

    public static Routewijzer Routewijzer => LazyRoutewijzer.Value;

    public static GemeenteRegister Gemeenten => LazyGemeenten.Value;

    public static OmbudsmanRegister Ombudsmannen => LazyOmbudsmannen.Value;

    public static T Read<T>(Func<string, ICollection<string>, T> read)
    {
        var problems = new List<string>();
        var result = read(Folder, problems);
        Assert.Empty(problems);
        return result;
    }

    public static DateOnly Dag(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
