using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewMailing;

/// <summary>A mailing, how many would get it now, and how many not and why: counts, and nobody's name.</summary>
internal sealed record ViewMailing(Guid Id) : IQuery<MailingView>
{
    public Permission Permission => RegisterPermissions.Mail;
}

/// <param name="Will">How many would get it now.</param>
/// <param name="IsOwn">Whoever looks has written it: somebody else decides.</param>
internal sealed record MailingView(PlannedMailing Mailing, int Will, int NotLive, int NoYes, int Held, int NoWay, bool IsOwn);

internal sealed class ViewMailingHandler(RegisterDbContext context, MailingAudience audience, Actor actor) : IRequestHandler<ViewMailing, Outcome<MailingView>>
{
    public async Task<Outcome<MailingView>> Handle(ViewMailing request, CancellationToken cancellationToken)
    {
        if (await context.Mailings.AsNoTracking().SingleOrDefaultAsync(mailing => mailing.Id == request.Id, cancellationToken) is not { } mailing
            || Mailing.NeededFor(mailing.Template, mailing.Channel) is not { } purpose)
        {
            return Outcome.NotFound;
        }

        var (will, notLive, noYes, held, noWay) = mailing.State == MailingState.Draft ? await audience.OfAsync(purpose, mailing.Channel, cancellationToken) : new Audience([], 0, 0, 0, 0);
        return new MailingView(mailing, will.Count, notLive, noYes, held, noWay, mailing.MadeBy is not null && mailing.MadeBy == actor.Id);
    }
}
