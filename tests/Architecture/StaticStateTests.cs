using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace KlachtHulp.Tests.Architecture;

public sealed class StaticStateTests
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("KlachtHulp.Dialogs")]
    [InlineData("KlachtHulp.Bot")]
    public void No_static_field_can_be_set_again(string assembly)
    {
        var fields = FieldsOf(assembly);

        var settable = fields.Where(static field => field is { IsInitOnly: false, IsLiteral: false });

        Assert.NotEmpty(fields);
        Assert.Empty(settable.Select(Name));
    }

    [Theory]
    [InlineData("KlachtHulp.Dialogs")]
    [InlineData("KlachtHulp.Bot")]
    public void No_static_field_holds_a_collection_that_can_grow(string assembly)
    {
        var fields = FieldsOf(assembly);

        var growing = fields.Where(static field => field.FieldType is { IsArray: false } type && CanGrow(type));

        Assert.NotEmpty(fields);
        Assert.Empty(growing.Select(Name));
    }

    [Theory]
    [InlineData(typeof(List<int>), true)]
    [InlineData(typeof(Dictionary<string, int>), true)]
    [InlineData(typeof(System.Collections.Concurrent.ConcurrentDictionary<string, int>), true)]
    [InlineData(typeof(IReadOnlyList<int>), false)]
    [InlineData(typeof(System.Collections.Frozen.FrozenSet<int>), false)]
    [InlineData(typeof(System.Collections.Immutable.ImmutableArray<int>), false)]
    public void A_collection_that_can_grow_is_recognised(Type type, bool grows) => Assert.Equal(grows, CanGrow(type));

    private static bool CanGrow(Type type) => typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string)
        && type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections"
        && (type.IsClass || type.GetMethod("Add") is not null);

    /// <summary>Without what the compiler keeps for itself, such as the lambdas it has made once.</summary>
    private static FieldInfo[] FieldsOf(string assembly)
        => [.. Assembly.Load(assembly).GetTypes().Where(static type => !IsMade(type)).SelectMany(static type => type.GetFields(Statics))];

    private static bool IsMade(Type? type)
        => type is not null && (type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<') || IsMade(type.DeclaringType));

    private static string Name(FieldInfo field) => $"{field.DeclaringType}.{field.Name}";
}
