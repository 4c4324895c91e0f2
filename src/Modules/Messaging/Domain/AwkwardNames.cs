namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>Names on which letters break, to look at words before families do. All made up.</summary>
internal static class AwkwardNames
{
    public static readonly IReadOnlyList<(string Why, string Name)> All =
    [
        ("An apostrophe and a hyphen", "Siobhán O’Sample-Ó Súilleabháin"),
        ("Very long", "Wolfeschlegelsteinhausenbergerdorff Sample-Featherstonehaugh the Younger"),
        ("One letter", "Ng O"),
        ("From right to left", "مثال عينة"),
        ("Marks that mean something elsewhere", "Robert \"); Bcc: all@example.org <b>Sample</b> [x](http://example.org)"),
        ("Two lines", "Sam\r\nSample\u202Eelpmas"),
    ];
}
