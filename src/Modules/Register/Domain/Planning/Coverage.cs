using Medway.LocalOffer.Platform.SmallNumbers;

namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>How many disabled children there may be in the area. From a table that somebody loaded: never guessed.</summary>
/// <param name="Method">How it was worked out and from what, in a sentence for the public.</param>
internal sealed record ExpectedChildren(int Fewest, int Most, string Method);

/// <summary>How much of them the register knows: a range, because nobody has counted them (send-law §4.4).</summary>
internal sealed record Coverage(int FromPercent, int ToPercent, string Method)
{
    /// <summary>For whoever works with the register: from the number as it is.</summary>
    /// <returns>Null when it is not known.</returns>
    public static Coverage? Exact(int onRegister, ExpectedChildren? expected) =>
        expected is { Fewest: > 0 } && expected.Most >= expected.Fewest
            ? new Coverage(Percent(onRegister, expected.Most), Percent(onRegister, expected.Fewest), expected.Method)
            : null;

    /// <summary>For everybody: from the number as it is published, so that it says nothing more.</summary>
    /// <returns>Null when it is not known, or the register is too small to say.</returns>
    public static Coverage? Public(PublicCount onRegister, ExpectedChildren? expected) =>
        onRegister.Value is >= SmallNumbers.SmallestBase ? Exact(onRegister.Value.Value, expected) : null;

    /// <summary>More children than were expected are all of them.</summary>
    private static int Percent(int part, int whole) => Math.Min(100, (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero));
}
