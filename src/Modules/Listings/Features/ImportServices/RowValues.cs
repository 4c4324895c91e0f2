using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>
/// Reads the values of one row and says in words what is wrong with each: the value, what was expected, and what to write instead. Reading
/// goes on after a problem, so that one dry run tells all of them.
/// </summary>
internal sealed partial class RowValues(CsvRow row, List<ImportProblem> problems)
{
    private static readonly string[] NumberWords =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ');

    public int Line => row.Line;

    public string Text(string column) => row[column];

    public void Problem(string column, string message) => problems.Add(new ImportProblem(row.Line, column, message));

    public string Required(string column, int longest)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            Problem(column, "This is empty. Every row must have one.");
        }

        return CheckLength(column, text, longest);
    }

    public string? Optional(string column, int longest) => row[column] is { Length: > 0 } text ? CheckLength(column, text, longest) : null;

    public short? WholeNumber(string column, short highest)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest)
        {
            return number;
        }

        var meant = Array.FindIndex(NumberWords, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        var advice = meant >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"Write {meant}.")
            : "Write a number such as 8, or leave it empty when there is no limit.";
        Problem(column, $"'{Shown(text)}' is not a whole number from 0 to {highest.ToString(CultureInfo.InvariantCulture)}. {advice}");
        return null;
    }

    public double? Degrees(string column, double lowest, double highest)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
            && degrees >= lowest
            && degrees <= highest)
        {
            return degrees;
        }

        Problem(column, string.Create(
            CultureInfo.InvariantCulture,
            $"'{Shown(text)}' is not a {column} in the United Kingdom. Write degrees from {lowest} to {highest}, such as {(column == "latitude" ? "51.38" : "0.52")}."));
        return null;
    }

    public string OneOf(string column, IReadOnlyCollection<string> allowed)
    {
        var text = row[column];
        if (text.Length > 0 && !allowed.Contains(text))
        {
            Problem(column, NotOneOf(text, allowed));
        }
        else if (text.Length == 0)
        {
            Problem(column, $"This is empty. Write one of: {string.Join(", ", allowed)}.");
        }

        return text;
    }

    /// <summary>Null when the value is empty or not known; the second is a problem.</summary>
    public T? OneOf<T>(string column, IReadOnlyDictionary<string, T> allowed)
        where T : struct
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (allowed.TryGetValue(text, out var value))
        {
            return value;
        }

        Problem(column, NotOneOf(text, allowed.Keys));
        return null;
    }

    /// <summary>A list with <c>;</c> between; the same value twice counts once.</summary>
    public IReadOnlyList<string> ListOf(string column, IEnumerable<string> allowed)
    {
        List<string> values = [];
        foreach (var text in row[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!allowed.Contains(text))
            {
                Problem(column, NotOneOf(text, allowed));
            }
            else if (!values.Contains(text))
            {
                values.Add(text);
            }
        }

        return values;
    }

    public string? WebAddress(string column, int longest)
    {
        if (Optional(column, longest) is not { } text)
        {
            return null;
        }

        // Anything but http and https could run a script or open a file when somebody presses the link.
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Host.Contains('.', StringComparison.Ordinal)
            && address.UserInfo.Length == 0
            && !text.Any(char.IsWhiteSpace))
        {
            return text;
        }

        Problem(column, $"'{Shown(text)}' is not a web address. Write it whole, starting with https:// or http://.");
        return null;
    }

    /// <summary>A wrong value is not shown in the report: it may be a person's.</summary>
    public string? EmailAddress(string column, int longest)
    {
        if (Optional(column, longest) is not { } text)
        {
            return null;
        }

        if (MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal))
        {
            return text;
        }

        Problem(column, "This is not an e-mail address. Write one like name@example.com.");
        return null;
    }

    /// <inheritdoc cref="EmailAddress"/>
    public string? PhoneNumber(string column, int longest)
    {
        if (Optional(column, longest) is not { } text)
        {
            return null;
        }

        if (Phone().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 3 and <= 15)
        {
            return text;
        }

        Problem(column, "This is not a phone number. Write one number, with digits and spaces, such as 01632 960001.");
        return null;
    }

    public string? PostcodeOf(string column)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (Postcode(text) is { } postcode)
        {
            return postcode;
        }

        Problem(column, $"'{Shown(text)}' is not a whole postcode. Write one like ME4 4TR, or leave it empty.");
        return null;
    }

    /// <summary>With one space; null when it is none.</summary>
    public static string? Postcode(string text)
    {
        var letters = string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        return FullPostcode().IsMatch(letters) ? $"{letters[..^3]} {letters[^3..]}" : null;
    }

    /// <summary>A day that is over or is today.</summary>
    public DateOnly? PastDate(string column, DateOnly today)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= today && date.Year >= 2000)
        {
            return date;
        }

        Problem(column, $"'{Shown(text)}' is not a date on which somebody can have checked it. Write one like 2026-09-05, not after today.");
        return null;
    }

    internal static string NotOneOf(string text, IEnumerable<string> allowed) => $"'{Shown(text)}' is not known here. Write one of: {string.Join(", ", allowed)}.";

    /// <summary>A report must stay readable when somebody has pasted a page into a cell.</summary>
    private static string Shown(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private string CheckLength(string column, string text, int longest)
    {
        if (text.Length > longest)
        {
            Problem(column, string.Create(CultureInfo.InvariantCulture, $"This is {text.Length} letters long. Make it {longest} or fewer."));
        }
        else if (text.Contains('\0', StringComparison.Ordinal))
        {
            Problem(column, "This holds a character that cannot be stored. Type the text again.");
        }

        return text;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()-]*$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][ABD-HJLNP-UW-Z]{2}$")]
    private static partial Regex FullPostcode();
}
