namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The look of a page: A4 with the margins of a letter. Points, 72 to the inch; the origin is at the bottom left.</summary>
internal sealed class PageStyle(FontSubset regular, FontSubset bold)
{
    public const double PageWidth = 595.28;
    public const double PageHeight = 841.89;
    public const double Left = 74;
    public const double TextWidth = PageWidth - (2 * Left);
    public const double Top = PageHeight - 72;
    public const double Bottom = 84;
    public const double FooterTop = 58;
    public const double Indent = 16;
    public const double CellPadding = 5;
    public const double AfterBlock = 8;
    public const double AfterItem = 3;

    /// <summary>Below an address, so that two of them stay apart.</summary>
    public const double AfterLines = 18;

    /// <summary>Lines of an address or a heading that are never parted.</summary>
    public const int WholeLines = 10;

    public const double LightLine = 0.78;
    public const double DarkLine = 0.45;

    /// <summary>Part of the width that the left column of a table takes.</summary>
    public const double LeftColumn = 0.36;

    public FontSubset Regular { get; } = regular;

    public FontSubset Bold { get; } = bold;

    public TextStyle Body { get; } = new(regular, 11, 15.5);

    public TextStyle Label { get; } = new(regular, 11, 15.5, Gray: 0.32);

    public TextStyle TableHead { get; } = new(bold, 11, 15.5);

    public TextStyle Footer { get; } = new(regular, 9, 12, Gray: 0.32);

    public TextStyle Heading(int level) => level switch
    {
        1 => new(Bold, 19, 25),
        2 => new(Bold, 13.5, 18.5),
        _ => new(Bold, 11.5, 16),
    };

    /// <summary>White above a heading.</summary>
    public static double BeforeHeading(int level) => level switch { 1 => 26, 2 => 20, _ => 14 };

    public static double AfterHeading(int level) => level switch { 1 => 10, 2 => 5, _ => 3 };
}
