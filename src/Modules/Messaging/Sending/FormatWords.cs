using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Formats in words, for families and for staff.</summary>
internal static class FormatWords
{
    public static string Name(MessageFormat format) => format switch
    {
        MessageFormat.EasyRead => "Easy Read",
        MessageFormat.Audio => "Recording",
        MessageFormat.Braille => "Braille",
        MessageFormat.Bsl => "British Sign Language",
        MessageFormat.LargePrint => "Large print",
        _ => "Standard (large print too)",
    };

    /// <summary>"in Braille": goes on where a sentence has begun.</summary>
    public static string In(MessageFormat format) => format switch
    {
        MessageFormat.Audio => "as a recording",
        MessageFormat.Braille => "in Braille",
        MessageFormat.Bsl => "in British Sign Language",
        MessageFormat.EasyRead => "in Easy Read",
        MessageFormat.LargePrint => "in large print",
        _ => "in words",
    };
}
