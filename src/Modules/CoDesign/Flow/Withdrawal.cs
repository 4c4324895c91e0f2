using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>A reviewer takes everything back: the answers vanish, and what is published counts anew.</summary>
internal sealed class Withdrawal(CoDesignDbContext context, Counting counting, AuditTrail audit, TimeProvider clock)
{
    public async Task WithdrawAsync(Reviewer reviewer, CancellationToken cancellationToken)
    {
        var themes = await context.Answers.Where(answer => answer.ReviewerId == reviewer.Id && answer.ThemeId != null)
            .Select(answer => answer.ThemeId!.Value).Distinct().ToListAsync(cancellationToken);
        await context.Answers.Where(answer => answer.ReviewerId == reviewer.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Sessions.Where(session => session.ReviewerId == reviewer.Id).ExecuteDeleteAsync(cancellationToken);
        reviewer.WithdrawnAt = clock.GetUtcNow();
        reviewer.CardHash = null;
        reviewer.Card = CardState.Cancelled;
        (reviewer.Age, reviewer.HadHelp, reviewer.Friend) = (null, null, null);
        audit.Record(context, CoDesignAudit.Withdrawn, CoDesignAudit.Reviewer, reviewer.Id);
        foreach (var shown in await context.PublishedThemes.Where(theme => themes.Contains(theme.Id)).ToListAsync(cancellationToken))
        {
            (shown.People, shown.Quotes) = await counting.ShownOfAsync(shown.Id, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await Notices.NotifyAsync(context, CoDesignModule.CacheTag, cancellationToken);
    }
}
