using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.News.StopNews;

/// <summary>One press, by a person or by their mail program (RFC 8058): no more news of this topic, and the address is gone.</summary>
internal sealed record StopNews(string Token) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class StopNewsHandler(MessagingDbContext context, OneTimeLinks links, AuditTrail audit) : IRequestHandler<StopNews, Outcome<Done>>
{
    public const string LinkPurpose = "messaging.news-stop";

    /// <summary>People stop what they got years ago.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    public async Task<Outcome<Done>> Handle(StopNews request, CancellationToken cancellationToken)
    {
        if (await links.SpendAsync(request.Token, cancellationToken) is not { Purpose: LinkPurpose } link)
        {
            return Outcome.NotFound;
        }

        await context.Subscriptions.Where(s => s.Id == link.SubjectId).ExecuteDeleteAsync(cancellationToken);
        audit.Record(context, MessagingAudit.Unsubscribed, "subscription", link.SubjectId);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
