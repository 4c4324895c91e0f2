using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.People.Domain;

/// <summary>A contact point as somebody typed it, checked and in one spelling; or what is wrong with it, in words for whoever typed it.</summary>
internal sealed record ContactText(string Value, string? Problem)
{
    public const int Longest = 400;

    public static ContactText Read(ContactPointKind kind, string? typed)
    {
        var text = typed?.Trim() ?? "";
        return kind switch
        {
            _ when text.Length > Longest => Wrong($"Write {Longest} letters or fewer"),
            ContactPointKind.Email => EmailAddress.Read(text),
            ContactPointKind.Phone => PhoneNumber.Read(text),
            _ => PostalAddress.Read(text),
        };
    }

    public static ContactText Right(string value) => new(value, null);

    public static ContactText Wrong(string problem) => new("", problem);

    /// <summary>Enough for its owner to know it again.</summary>
    /// <summary>Of somebody whose address is hidden, no sign is shown: a domain can name a refuge, and digits can find a phone.</summary>
    public static string MaskHidden(ContactPointKind kind) => kind == ContactPointKind.Email ? "•••@•••" : "••• •••";

    public static string Mask(ContactPointKind kind, string value) => kind switch
    {
        ContactPointKind.Email when value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at => $"{value[0]}•••{value[at..]}",
        ContactPointKind.Phone when value.Length > 6 => $"{value[..2]}••• •••{value[^3..]}",
        ContactPointKind.Address => $"••• {PostalAddress.Outward(value)}",
        _ => "•••",
    };
}
