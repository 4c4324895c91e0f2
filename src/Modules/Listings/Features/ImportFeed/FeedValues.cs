using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>What became of reading one record: what keeps it out, and what of it was left out.</summary>
internal sealed class FeedFindings(int position)
{
    /// <summary>What the record calls itself; null for a row of a table, which has a line.</summary>
    public string? Name { get; set; } = "";

    /// <summary>We wrote the file: its texts are plain already, and their lines are meant.</summary>
    public bool IsOurs { get; set; }

    /// <summary>Its source says that it is not there any more.</summary>
    public bool IsClosed { get; set; }

    public List<ImportProblem> Problems { get; } = [];

    public List<ImportProblem> Notes { get; } = [];

    public void Problem(string field, string message) => Problems.Add(new ImportProblem(position, field, message) { Record = Name });

    public void Note(string field, string message) => Notes.Add(new ImportProblem(position, field, message) { Record = Name });
}

/// <summary>
/// The fields of one object of a feed. Nothing is asked of the types that its source used: a number may be a text, a text a number, and an
/// empty text is nothing. What cannot be read is left out and named; a wrong value is not repeated, because it may be a person's.
/// </summary>
internal sealed partial class FeedValues(JsonElement element, string path, FeedFindings findings)
{
    private const string OwnName = "medway";

    private static readonly string[] DatePatterns = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "yyyyMMdd", "yyyy/MM/dd"];
    private static readonly string[] TimePatterns = ["HH:mm", "HH:mm:ss", "H:mm", "HH:mm:ss.fff", "h:mmtt", "h:mm tt", "htt", "h tt", "h.mmtt", "HHmm"];

    public bool Is => element.ValueKind == JsonValueKind.Object;

    public string Digest(string salt = "") => Convert.ToHexStringLower(SHA256.HashData(
        [.. System.Text.Encoding.UTF8.GetBytes(salt), .. System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element)]));

    /// <summary>What a file that we wrote says beyond the standard; nothing of any other file.</summary>
    public FeedValues Own => findings.IsOurs ? Object(OwnName) : new FeedValues(default, Path(OwnName), findings);

    /// <inheritdoc cref="Own"/>
    public string? OwnCode => findings.IsOurs ? Raw(OwnName) : null;

    public FeedValues Object(string name) => new(Property(name), Path(name), findings);

    /// <summary>Objects of a list; whatever else stands in it is named and passed over.</summary>
    public IEnumerable<FeedValues> List(string name)
    {
        var list = Property(name);
        if (list.ValueKind != JsonValueKind.Array)
        {
            if (list.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && !(list.ValueKind == JsonValueKind.String && list.ValueEquals("")))
            {
                Note(name, "This should be a list. It was left out.");
            }

            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var at = $"{Path(name)}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new FeedValues(item, at, findings);
            }
            else if (item.ValueKind != JsonValueKind.Null)
            {
                findings.Note(at, "This should be an object. It was left out.");
            }
        }
    }

    public void Note(string name, string message) => findings.Note(Path(name), message);

    public void Problem(string name, string message) => findings.Problem(Path(name), message);

    /// <summary>As it stands, without anything made plain; null when it is empty, or not a text or a number.</summary>
    public string? Raw(string name)
    {
        var value = Property(name);
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                try
                {
                    return value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
                }
                catch (InvalidOperationException)
                {
                    Note(name, "This holds signs that cannot be read as text. It was left out.");
                    return null;
                }

            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            default:
                Note(name, "This should be a text. It was left out.");
                return null;
        }
    }

    /// <summary>Plain text, cut where a sentence or a word ends when it is too long.</summary>
    public string? Text(string name, int longest)
    {
        if ((findings.IsOurs ? FeedText.Kept(Raw(name)) : FeedText.Plain(Raw(name))) is not { } text)
        {
            return null;
        }

        if (text.Length > longest)
        {
            Note(name, string.Create(CultureInfo.InvariantCulture, $"This is {text.Length} letters long. Its beginning was kept, up to {longest}."));
        }

        return FeedText.Cut(text, longest);
    }

    public double? Number(string name)
    {
        if (Raw(name) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Note(name, "This is not a number. It was left out.");
        return null;
    }

    public bool? YesNo(string name) => Property(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public DateOnly? Date(string name)
    {
        if (Raw(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DatePatterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || (text.Length > 10 && text[10] is 'T' or ' ' && DateOnly.TryParseExact(text[..10], DatePatterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)))
        {
            return date;
        }

        Note(name, "This is not a date. It was left out.");
        return null;
    }

    public TimeOnly? Time(string name)
    {
        if (Raw(name) is not { } text)
        {
            return null;
        }

        var clock = text.Contains('T', StringComparison.Ordinal) ? text[(text.IndexOf('T', StringComparison.Ordinal) + 1)..] : text;
        clock = Zone().Replace(clock, "");
        if (TimeOnly.TryParseExact(clock, TimePatterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Note(name, "This is not a time of day. It was left out.");
        return null;
    }

    public string? WebAddress(string name)
    {
        if (Raw(name) is not { } text)
        {
            return null;
        }

        text = text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text : text;

        // Anything but http and https could run a script or open a file when somebody presses the link.
        if (text.Length <= Limits.Address
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Host.Contains('.', StringComparison.Ordinal)
            && address.UserInfo.Length == 0
            && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            return text;
        }

        Note(name, "This is not a web address. It was left out.");
        return null;
    }

    public string? EmailAddress(string name)
    {
        if (Raw(name) is not { } text)
        {
            return null;
        }

        if (text.Length <= Limits.Email && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal))
        {
            return text;
        }

        Note(name, "This is not an e-mail address. It was left out.");
        return null;
    }

    public string? PhoneNumber(string name)
    {
        if (Raw(name) is not { } text)
        {
            return null;
        }

        if (text.Length <= Limits.Phone && Phone().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 3 and <= 15)
        {
            return text;
        }

        Note(name, "This is not one phone number. It was left out.");
        return null;
    }

    private string Path(string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";

    /// <summary>The first of that name: an object may say one twice.</summary>
    private JsonElement Property(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    [GeneratedRegex(@"(?:Z|[+-]\d\d:?\d\d)$")]
    private static partial Regex Zone();

    [GeneratedRegex(@"^\+?[0-9][0-9 ()-]*$")]
    private static partial Regex Phone();
}
