using System.Globalization;
using System.Text;

namespace Medway.LocalOffer.Listings.Domain.Sessions;

/// <summary>
/// Writes an iCalendar file (RFC 5545) of real dates, one event each: a rule could not say "in term time". Times are those of London, with
/// the zone's own rules in the file, so that a clock change moves nothing.
/// </summary>
internal static class CalendarText
{
    private const int LongestLine = 75;

    /// <summary>The two days a year on which clocks change in the United Kingdom (Summer Time Act 1972).</summary>
    private const string London = """
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        DTSTART:19810329T010000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        DTSTART:19961027T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    /// <param name="id">Of what happens; with a date it names an event for good, so that loading the file again changes it and never doubles it.</param>
    /// <param name="stamp">When the file was made.</param>
    public static string Write(
        Guid id, string title, string? where, string about, Uri page, IReadOnlyList<Happening> happenings, DateTimeOffset stamp)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Medway Local Offer//Sessions//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escaped(title));
        foreach (var line in London.Split('\n'))
        {
            Line(text, line.TrimEnd('\r'));
        }

        foreach (var happening in happenings)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, string.Create(CultureInfo.InvariantCulture, $"UID:{id:n}-{happening.Date:yyyyMMdd}{happening.Starts:HHmm}@medway-local-offer"));
            Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{stamp.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
            if (happening.Starts is { } starts)
            {
                Line(text, "DTSTART;TZID=Europe/London:" + Moment(happening.Date, starts));
                if (happening.Ends is { } ends)
                {
                    Line(text, "DTEND;TZID=Europe/London:" + Moment(happening.Date, ends));
                }
            }
            else
            {
                Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{happening.Date:yyyyMMdd}"));
            }

            Line(text, "SUMMARY:" + Escaped(title));
            if (where is not null)
            {
                Line(text, "LOCATION:" + Escaped(where));
            }

            Line(text, "DESCRIPTION:" + Escaped(happening.Note is null ? about : $"{happening.Note}. {about}"));
            Line(text, "URL:" + page.AbsoluteUri);
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Moment(DateOnly date, TimeOnly time) => date.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>What somebody wrote may not end a line or begin a property (RFC 5545 §3.3.11).</summary>
    private static string Escaped(string text) => string.Concat(text.Where(character => !char.IsControl(character) || character == '\n'))
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>Folds at 75 octets (RFC 5545 §3.1), never inside a character.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
