using System.Diagnostics.CodeAnalysis;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Where a link of a page may lead.</summary>
internal static class SafeAddress
{
    public const string MediaScheme = "media:";

    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    public static bool IsMedia(string? address) => address is not null && address.StartsWith(MediaScheme, StringComparison.Ordinal);

    /// <summary>A page of this site: one slash, and nothing that a browser could read as another host.</summary>
    public static bool IsOwn([NotNullWhen(true)] string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && IsPlain(address);

    public static bool IsAnchor([NotNullWhen(true)] string? address) => address is ['#', ..] && IsPlain(address);

    public static bool IsElsewhere([NotNullWhen(true)] string? address) =>
        address is not null && IsPlain(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Schemes.Contains(uri.Scheme) && address.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase) && (uri.UserInfo.Length == 0 || uri.Scheme == Uri.UriSchemeMailto);

    public static bool MayBeLinked([NotNullWhen(true)] string? address) => IsOwn(address) || IsAnchor(address) || IsElsewhere(address);

    /// <summary>Looks like an address with a scheme that we do not allow, however it is disguised: such a text is refused, not only blocked.</summary>
    public static bool IsDangerous(string? address)
    {
        if (address is null || MayBeLinked(address) || IsMedia(address))
        {
            return false;
        }

        var squeezed = string.Concat(address.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));
        var end = squeezed.IndexOfAny([':', '/', '?', '#']);
        return !IsPlain(address) || squeezed.StartsWith("//", StringComparison.Ordinal) || (end >= 0 && squeezed[end] == ':');
    }

    // Browsers read a backslash as a slash and drop tabs and line ends, so none may stand in an address.
    private static bool IsPlain(string address) =>
        !address.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '\\' or '"' or '<' or '>');
}
