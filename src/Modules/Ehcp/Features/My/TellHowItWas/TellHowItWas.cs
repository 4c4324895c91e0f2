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
internal sealed record TellHowItWas(Guid Id, FamilySays KnowsNext, FamilySays? WasGood, string Words) : ICommand<Done>
{
    public Permission Permission => EhcpPermissions.Own;
}

internal sealed class TellHowItWasValidator : AbstractValidator<TellHowItWas>
{
    public TellHowItWasValidator()
    {
        RuleFor(tell => tell.KnowsNext).IsInEnum().WithMessage("Choose one of the three");
        RuleFor(tell => tell.WasGood).Must(good => good is null || Enum.IsDefined(good.Value)).WithMessage("Choose one of the three");
        RuleFor(tell => tell.Words).MaximumLength(FamilyAnswer.MaximumWords).WithMessage($"Write {FamilyAnswer.MaximumWords} letters or fewer");
    }
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

        (answer.KnowsNext, answer.WasGood, answer.AnsweredAt) = (request.KnowsNext, about.IsDraft ? request.WasGood : null, now);
        answer.Words = string.IsNullOrWhiteSpace(request.Words) ? null : request.Words.Trim();
        audit.Record(context, EhcpAudit.HowItWasTold, EhcRecord.Subject, recordId, personIds: [person]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
