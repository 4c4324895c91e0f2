using System.Globalization;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Content.Domain;

/// <summary>Days and times as families read them.</summary>
internal static class EventWords
{
    /// <summary>"Thursday 3 December 2026, 10am to 12.30pm".</summary>
    /// <returns>What to do when nobody has told us the date yet.</returns>
    public static string When(DateTimeOffset? starting, DateTimeOffset? ends)
    {
        if (starting is not { } starts)
        {
            return "We do not have the date yet: ask the council";
        }

        var day = UkTime.DateIn(starts);
        var from = $"{day.WithDay()}, {Clock(UkTime.TimeIn(starts))}";
        return ends is not { } end ? from
            : UkTime.DateIn(end) == day ? $"{from} to {Clock(UkTime.TimeIn(end))}"
            : $"{from} until {UkTime.DateIn(end).WithDay()}, {Clock(UkTime.TimeIn(end))}";
    }

    private static string Clock(TimeOnly time) =>
        time.ToString(time.Minute == 0 ? "htt" : "h.mmtt", CultureInfo.InvariantCulture).ToLowerInvariant();
}
