namespace KlachtHulp.Dialogs.Recht;

/// <summary>The calendar day in the Netherlands at a moment.</summary>
/// <remarks>Source: Wet van 16 juli 1958 (wettelijke tijd); a term ends at midnight there, not at midnight UTC.</remarks>
public static class Amsterdam
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The same moment on a Dutch clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
