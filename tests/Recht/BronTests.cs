using System.Xml.Linq;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed class BronTests
{
    [Fact]
    public void Every_public_type_of_the_law_names_its_source()
    {
        var assembly = typeof(Termijn).Assembly;
        var docs = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "KlachtHulp.Dialogs.xml"));
        var remarks = docs.Descendants("member")
            .ToDictionary(static member => member.Attribute("name")?.Value ?? "", static member => member.Element("remarks")?.Value ?? "");

        var types = assembly.GetExportedTypes().Where(static type => type.Namespace == typeof(Termijn).Namespace && !type.IsNested).ToArray();

        Assert.True(types.Length > 30, $"{types.Length} types");
        Assert.All(types, type => Assert.Contains("Source:", remarks.GetValueOrDefault($"T:{type.FullName}", $"{type}: no docs"), StringComparison.Ordinal));
    }
}
