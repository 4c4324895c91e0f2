using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>What the duty lead, the safeguarding lead or the data protection officer has to check, from the moment it is opened. Never one's own.</summary>
internal sealed class BreakGlassWork(AccountsDbContext context) : IWorkItems
{
    private const int Most = 50;
    private const int DaysToReview = 2;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(AccountsPermissions.ReviewBreakGlass))
        {
            return [];
        }

        var waiting = await context.BreakGlasses.AsNoTracking().Where(glass => glass.ReviewedAt == null && glass.AccountId != actor.AccountId)
            .OrderBy(glass => glass.OpenedAt).Take(Most).Select(glass => new { glass.Id, glass.OpenedAt }).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(glass => new WorkItem(
                "Break-glass opened", $"Look at it now; review by {AfterWeekdays(UkTime.DateIn(glass.OpenedAt)).Short()}", "Somebody reads a record that they could not see otherwise.",
                UkTime.DateIn(glass.OpenedAt), $"/staff/break-glass/{glass.Id:D}", "Check it", "i-warn")),
        ];
    }

    /// <summary>Bank holidays are not left out: early is safe here.</summary>
    private static DateOnly AfterWeekdays(DateOnly from)
    {
        var day = from;
        for (var left = DaysToReview; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
