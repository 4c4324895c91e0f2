using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordHowItWas;

/// <summary>Somebody said by phone how it was for them. What they said themselves, on their own page, is not written over.</summary>
internal sealed record RecordHowItWas(Guid RecordId, Guid TouchpointId, FamilySays KnowsNext, FamilySays? WasGood, string Words) : ICommand<Done>, IActsOn, IHowItWas
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class RecordHowItWasValidator : AbstractValidator<RecordHowItWas>
{
    public RecordHowItWasValidator() => this.MustSayHowItWas();
}

internal sealed class RecordHowItWasHandler(EhcpDbContext context, AskedByPhone asked, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordHowItWas, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordHowItWas request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        if (await asked.FindAsync(request.RecordId, request.TouchpointId, cancellationToken) is not { } about)
        {
            return Outcome.NotFound;
        }

        if (about.IsAnswered)
        {
            return Outcome.Conflict("They have answered already, and their answer stays. They can change it on their own page");
        }

        if (about.IsDraft && request.WasGood is null)
        {
            return Outcome.Invalid(nameof(request.WasGood), "Choose one of the three");
        }

        var now = clock.GetUtcNow();
        var answer = new FamilyAnswer { Id = Guid.CreateVersion7(now), TouchpointId = request.TouchpointId, KnowsNext = request.KnowsNext, AnsweredAt = now };
        answer.Say(request, about.IsDraft, now, writtenBy: actor.Id);
        context.Answers.Add(answer);
        audit.Record(context, EhcpAudit.HowItWasTold, EhcRecord.Subject, request.RecordId, personIds: [about.PersonId]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
