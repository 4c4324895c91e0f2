namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>
/// A date lies outside the years that are loaded, so the answer is not known. Its message is written for a member of staff: it names the
/// date, the years that are there and where a year is added.
/// </summary>
public sealed class BeyondCalendarException : Exception
{
    internal BeyondCalendarException(string what, DateOnly asked, DateOnly? first, DateOnly? last)
        : base(string.Create(Time.UkTime.English, $"The {what} of {asked:d MMMM yyyy} are not known. {(first is null ? "None are there yet" : $"They are there from {first:d MMMM yyyy} to {last:d MMMM yyyy}")}. Somebody has to add them at /staff/calendars first."))
    {
    }
}
