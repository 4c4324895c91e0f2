using System.Globalization;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>A question that nobody answers climbs: at its limit to the team manager, five working days later to the head of SEND, five later to the assistant director. Each once.</summary>
internal sealed class QuestionLadder(EhcpDbContext context, Occurrences occurrences, AuditTrail audit, WorkingDays workingDays) : IOccurrenceHandler
{
    /// <summary>Who sees it from which step on.</summary>
    public static readonly IReadOnlyList<string> Climbs = [Roles.TeamManager, Roles.HeadOfSend, Roles.AssistantDirector];

    private const int DaysBetween = 5;

    public static string Kind => "ehcp.question-overdue";

    /// <summary>Our promise, as the clock of the record knows it; working days, whatever the hour.</summary>
    /// <returns>Null when the bank holidays of that year are not loaded.</returns>
    public DateOnly? DueOn(DateOnly asked) => Counting.Count(asked, RuleBook.Current.All.Single(rule => rule.Code == "P02").Arms[0].Steps, workingDays).Day;

    /// <summary>In the transaction of the question.</summary>
    public async Task PlanAsync(FamilyQuestion question, CancellationToken cancellationToken)
    {
        for (var step = 1; step <= Climbs.Count; step++)
        {
            var days = DaysBetween * (step - 1);
            var day = Counting.Count(question.DueOn, [new Step(Unit.WorkingDaysOf, days)], workingDays).Day ?? question.DueOn.AddDays(7 * (step - 1));
            await occurrences.PlanAsync(context, Kind, question.Id, step.ToString(CultureInfo.InvariantCulture), UkTime.StartOf(day.AddDays(1)), cancellationToken);
        }
    }

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        await context.Database.LockAsync($"ehcp.question {occurrence.Subject}", cancellationToken);
        var question = await context.Questions.SingleOrDefaultAsync(one => one.Id == occurrence.Subject && one.AnsweredAt == null, cancellationToken);
        if (question is null)
        {
            return;
        }

        question.Steps = Math.Max(question.Steps, int.Parse(occurrence.Key, CultureInfo.InvariantCulture));
        audit.Record(
            context, EhcpAudit.QuestionClimbed, EhcRecord.Subject, question.RecordId, personIds: [question.PersonId],
            changes: [new AuditChange("with", null, Climbs[question.Steps - 1])]);
        await context.SaveChangesAsync(cancellationToken);
    }
}
