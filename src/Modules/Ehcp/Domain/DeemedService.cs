using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>How a draft, a notice or a final plan went out. Stored.</summary>
internal enum SentBy
{
    /// <summary>On the family's own page.</summary>
    Portal,
    Email,
    FirstClassPost,
    ByHand,
}

/// <summary>
/// On which day something counts as served. The regulations do not say; it is the council's reading, kept as settings until its lawyers have
/// confirmed it, and shown beside each date.
/// </summary>
internal static class DeemedService
{
    private const int Most = 10;

    public static readonly Setting<int> PostDays = new(
        "ehcp.service-post-working-days", 2, "Draft and final plans sent first class count as served so many working days after posting", complaint: Complaint);

    public static readonly Setting<int> ElectronicDays = new(
        "ehcp.service-electronic-working-days", 0, "Draft and final plans sent by e-mail or on the family’s page count as served so many working days after they were delivered; 0 is the same day",
        complaint: Complaint);

    public static IReadOnlyList<Setting> Settings => [PostDays, ElectronicDays];

    /// <param name="sentOn">Posted, handed over, or delivered electronically.</param>
    public static Counted ServedOn(SentBy how, DateOnly sentOn, int postDays, int electronicDays, WorkingDays workingDays)
    {
        var days = how switch
        {
            SentBy.FirstClassPost => postDays,
            SentBy.ByHand => 0,
            _ => electronicDays,
        };
        return Counting.Count(sentOn, [days == 0 ? new Step(Unit.DaysOf, 0) : new Step(Unit.WorkingDaysOf, days)], workingDays);
    }

    private static string? Complaint(int days) => days is >= 0 and <= Most ? null : $"Choose a number from 0 to {Most}";
}
