using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Features.News.AskForNews;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.News.ConfirmNews;

/// <summary>Whoever got the e-mail pressed its button: from now on news comes.</summary>
internal sealed record ConfirmNews(string Token) : ICommand<NewsTopic>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ConfirmNewsHandler(MessagingDbContext context, OneTimeLinks links, AuditTrail audit, TimeProvider clock) : IRequestHandler<ConfirmNews, Outcome<NewsTopic>>
{
    public async Task<Outcome<NewsTopic>> Handle(ConfirmNews request, CancellationToken cancellationToken)
    {
        if (await links.SpendAsync(request.Token, cancellationToken) is not { Purpose: AskForNewsHandler.LinkPurpose } link
            || await context.Subscriptions.SingleOrDefaultAsync(s => s.Id == link.SubjectId && s.ConfirmedAt == null, cancellationToken) is not { } subscription)
        {
            return Outcome.NotFound;
        }

        subscription.ConfirmedAt = clock.GetUtcNow();
        subscription.StopToken = await links.CreateAsync(StopNews.StopNewsHandler.LinkPurpose, subscription.Id, StopNews.StopNewsHandler.Life, 1, cancellationToken);
        audit.Record(context, MessagingAudit.Subscribed, "subscription", subscription.Id);
        await context.SaveChangesAsync(cancellationToken);
        return subscription.Topic;
    }
}
