namespace KlachtHulp.Tests.Architecture;

public sealed class StaticStateTests
{
    [Fact]
    public void The_core_assembly_is_loaded() => Assert.Equal("KlachtHulp.Dialogs", System.Reflection.Assembly.Load("KlachtHulp.Dialogs").GetName().Name);
}
