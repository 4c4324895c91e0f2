using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ViewMailing;

/// <summary>
/// A second person sends a mailing, or drops it. Who gets it is asked now, and each message is asked about again when it leaves
/// (<see cref="RegisterSendRule"/>): a no in between counts.
/// </summary>
internal sealed record DecideMailing(Guid Id, bool? Send) : ICommand<int>
{
    public Permission Permission => RegisterPermissions.Mail;
}

internal sealed class DecideMailingValidator : AbstractValidator<DecideMailing>
{
    public DecideMailingValidator() => RuleFor(decide => decide.Send).NotNull().WithMessage("Choose whether it leaves").OverridePropertyName("Decision");
}

internal sealed class DecideMailingHandler(RegisterDbContext context, MailingAudience audience, IMessages messages, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<DecideMailing, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(DecideMailing request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync($"register.mailing {request.Id}", cancellationToken);
        if (await context.Mailings.SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } mailing
            || Mailing.NeededFor(mailing.Template, mailing.Channel) is not { } purpose)
        {
            return Outcome.NotFound;
        }

        if (mailing.State != MailingState.Draft)
        {
            return Outcome.Conflict("Somebody has decided about this already");
        }

        if (request.Send == true && mailing.MadeBy is not null && mailing.MadeBy == actor.Id)
        {
            return Outcome.Invalid("Decision", "You wrote this. Somebody else has to look at it before it leaves");
        }

        (mailing.State, mailing.DecidedAt, mailing.DecidedBy) = (request.Send == true ? MailingState.Sent : MailingState.Dropped, clock.GetUtcNow(), actor.Id);
        if (request.Send == true)
        {
            foreach (var to in (await audience.OfAsync(purpose, mailing.Channel, cancellationToken)).Will)
            {
                await messages.RequestAsync(
                    new MessageRequest(
                        mailing.Template, $"register-mailing {mailing.Id} {to.EntryId} {to.PersonId}", null, null, new Dictionary<string, string> { ["title"] = mailing.Title, ["words"] = mailing.Words })
                    {
                        PersonId = to.PersonId,
                        AboutPersonId = to.ChildId,
                        Channel = mailing.Channel,
                    },
                    cancellationToken);
                mailing.Asked++;
            }
        }

        audit.Record(
            context, request.Send == true ? RegisterAudit.MailingSent : RegisterAudit.MailingDropped, PlannedMailing.Subject, mailing.Id,
            changes: [new AuditChange("messages", null, mailing.Asked.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return mailing.Asked;
    }
}
