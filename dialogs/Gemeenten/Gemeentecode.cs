namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>The CBS code of a gemeente: four digits, leading zeros kept.</summary>
public readonly record struct Gemeentecode
{
    private readonly string? _value;

    private Gemeentecode(string value) => _value = value;

    public string Value => _value ?? "0000";

    /// <summary>False for anything but four ASCII digits.</summary>
    public static bool TryParse(string text, out Gemeentecode code)
    {
        var ok = text.Length == 4 && text.All(char.IsAsciiDigit);
        code = ok ? new(text) : default;
        return ok;
    }

    public override string ToString() => Value;
}
