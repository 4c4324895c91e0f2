using System.Text;
using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>What may stand in a field of a template, and so where the field may stand.</summary>
internal enum FieldKind
{
    /// <summary>Anything about a person, as a name: only inside an e-mail or a letter, or in a script.</summary>
    Personal,

    /// <summary>A date or time in words, a reference, a place that says nothing about anybody.</summary>
    Plain,

    /// <summary>Digits or letters to be typed.</summary>
    Code,

    /// <summary>A path on this site; nothing else can become a link.</summary>
    Link,

    /// <summary>Several lines that staff wrote, as in a newsletter.</summary>
    Prose,
}

internal sealed record TemplateField(string Name, FieldKind Kind)
{
    /// <summary><c>code:code;path:link</c></summary>
    /// <exception cref="FormatException">It reads otherwise.</exception>
    public static IReadOnlyList<TemplateField> Read(string text) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(field =>
            field.Split(':') is [var name, var kind] && Enum.TryParse<FieldKind>(kind, ignoreCase: true, out var known)
                ? new TemplateField(name, known)
                : throw new FormatException($"'{field}' is no field: write name:kind")),
    ];
}

/// <summary>Words as they leave.</summary>
/// <param name="Subject">Of an e-mail or a letter; empty elsewhere.</param>
internal sealed record Rendered(string Subject, string Body)
{
    public override string ToString() => nameof(Rendered);
}

/// <summary>Fills <c>((fields))</c>. What families supplied can never become a header, a link, a heading or another field.</summary>
internal static partial class TemplateText
{
    public const int LongestValue = 300;

    private const int LongestLine = 2_000;

    public static IReadOnlyList<string> FieldsOf(string text) => [.. Field().Matches(text).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>Names of fields that the text needs and nobody filled.</summary>
    public static IReadOnlyList<string> Missing(string text, IReadOnlyDictionary<string, string> values) =>
        [.. FieldsOf(text).Where(field => !values.TryGetValue(field, out var value) || string.IsNullOrWhiteSpace(value))];

    /// <param name="site">Address of the site, without a slash at the end.</param>
    public static string Fill(string text, IReadOnlyList<TemplateField> fields, IReadOnlyDictionary<string, string> values, string site) =>
        Field().Replace(text, match =>
        {
            var field = fields.First(known => known.Name == match.Groups[1].Value);
            var value = values[field.Name];
            return field.Kind switch
            {
                FieldKind.Link => site + OwnPath(value),
                FieldKind.Prose => string.Join('\n', value.ReplaceLineEndings("\n").Split('\n').Select(line => Clean(line, LongestLine))),
                _ => Clean(value),
            };
        });

    /// <summary>One line, without anything that a provider, a mail program or a template would read as more than text.</summary>
    public static string Clean(string value, int longest = LongestValue)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder(Math.Min(value.Length, longest));
        foreach (var rune in Whole(value).Normalize(NormalizationForm.FormC).EnumerateRunes().Take(longest))
        {
            // Controls and line ends, the marks that turn text round, and what Markdown and Notify read: all are a space.
            text.Append(rune == Rune.ReplacementChar || Rune.IsControl(rune) || IsFormatting(rune) || "[](){}<>#*^_`|\\~".Contains(rune.ToString(), StringComparison.Ordinal) ? " " : rune.ToString());
        }

        var line = Spaces().Replace(text.ToString(), " ").Trim();
        line = Scheme().Replace(line, " ");
        line = Host().Replace(line, "$1 .$2");
        return LineStart().Replace(Spaces().Replace(line, " ").Trim(), "");
    }

    public static bool IsOwnPath(string value) => Path().IsMatch(value);

    /// <exception cref="ArgumentException">Not a path on this site: a bug of the module that asked.</exception>
    public static string OwnPath(string value) =>
        IsOwnPath(value) ? value : throw new ArgumentException("A link in a message leads to a path on this site and nowhere else.", nameof(value));

    /// <summary>Half a pair of surrogates cannot be normalised; it becomes the sign for "no letter".</summary>
    private static string Whole(string value) => string.Concat(value.EnumerateRunes());

    private static bool IsFormatting(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.PrivateUse
            or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.Surrogate;

    [GeneratedRegex(@"\(\(([a-z][a-z_]*)\)\)")]
    private static partial Regex Field();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Mail programs make a link of it without being asked.</summary>
    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.\-]*:/{1,2}|\b(?:mailto|tel|javascript|data):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(\w)\.([A-Za-z]{2,})")]
    private static partial Regex Host();

    [GeneratedRegex(@"^[-+=>@\s]+")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"^/(?!/)[A-Za-z0-9/_\-.?=&%]*$")]
    private static partial Regex Path();
}
