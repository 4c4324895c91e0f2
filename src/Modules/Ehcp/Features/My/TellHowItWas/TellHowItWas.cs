using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.TellHowItWas;

/// <summary>Somebody says whether they know what happens next and, of a draft, how it was for them. Whoever answers again means the last answer.</summary>
/// <param name="Id">Of the touchpoint that it is about.</param>
internal sealed record TellHowItWas(Guid Id, FamilySays KnowsNext, FamilySays? WasGood, string Words) : ICommand<Done>, IHowItWas
{
    public Permission Permission => EhcpPermissions.Own;
}

internal sealed class TellHowItWasValidator : AbstractValidator<TellHowItWas>
{
    public TellHowItWasValidator() => this.MustSayHowItWas();
}

internal sealed class TellHowItWasHandler(EhcpDbContext context, OwnAsks asks, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<TellHowItWas, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TellHowItWas request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person || (await asks.OfAsync(person, cancellationToken)).FirstOrDefault(ask => ask.Id == request.Id) is not { } about)
        {
            return Outcome.NotFound;
        }

        if (about.IsDraft && request.WasGood is null)
        {
            return Outcome.Invalid(nameof(request.WasGood), "Choose one of the three");
        }

        var recordId = await context.Touchpoints.Where(one => one.Id == request.Id).Select(one => one.RecordId).SingleAsync(cancellationToken);
        await context.LockRecordAsync(recordId, cancellationToken);
        var now = clock.GetUtcNow();
        var answer = await context.Answers.SingleOrDefaultAsync(one => one.TouchpointId == request.Id, cancellationToken);
        if (answer is null)
        {
            answer = new FamilyAnswer { Id = Guid.CreateVersion7(now), TouchpointId = request.Id, KnowsNext = request.KnowsNext, AnsweredAt = now };
            context.Answers.Add(answer);
        }

        answer.Say(request, about.IsDraft, now, writtenBy: null);
        audit.Record(context, EhcpAudit.HowItWasTold, EhcRecord.Subject, recordId, personIds: [person]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
