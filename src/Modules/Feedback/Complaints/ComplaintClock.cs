using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Feedback.Complaints;

/// <summary>Starts a stage with the days that the settings say today.</summary>
internal sealed class ComplaintClock(WorkingDays workingDays, Settings settings)
{
    /// <summary>Days of the calendar; the day of receipt is day 0 (Data (Use and Access) Act 2025).</summary>
    private const int DataProtectionDays = 30;

    public ComplaintStage Start(Guid complaint, ComplaintKind kind, int number, DateOnly on)
    {
        var isAboutData = kind == ComplaintKind.DataProtection;
        var (acknowledge, reply) = number == 1
            ? (settings.Get(FeedbackSettings.Stage1Acknowledge), settings.Get(FeedbackSettings.Stage1Reply))
            : (settings.Get(FeedbackSettings.Stage2Acknowledge), settings.Get(FeedbackSettings.Stage2Reply));
        return new ComplaintStage
        {
            Id = Guid.CreateVersion7(),
            ComplaintId = complaint,
            Number = number,
            StartedOn = on,
            AcknowledgeBy = isAboutData ? on.AddDays(DataProtectionDays) : Add(on, acknowledge),
            ReplyBy = isAboutData ? null : Add(on, reply),
        };
    }

    /// <summary>Null where the bank holidays are not loaded: a complaint is kept in any case, and a day is never guessed.</summary>
    private DateOnly? Add(DateOnly on, int days)
    {
        try
        {
            return workingDays.Add(on, days);
        }
        catch (BeyondCalendarException)
        {
            return null;
        }
    }
}
