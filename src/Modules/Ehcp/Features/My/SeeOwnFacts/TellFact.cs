using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeOwnFacts;

/// <summary>Somebody of the family tells us something on their own page.</summary>
/// <param name="Record">Reference of one of one's own records; empty when there is only one.</param>
internal sealed record TellFact(string Record, FactTopic Topic, string Words, bool MayBeReused) : ICommand<Done>
{
    public Permission Permission => EhcpPermissions.Ask;
}

internal sealed class TellFactValidator : AbstractValidator<TellFact>
{
    private const int LongestReference = 20;

    public TellFactValidator()
    {
        RuleFor(tell => tell.Record).MaximumLength(LongestReference).WithMessage("Choose whom it is about");
        RuleFor(tell => tell.Topic).IsInEnum().WithMessage("Choose what it is about");
        RuleFor(tell => tell.Words).NotEmpty().WithMessage("Write what we should know").MaximumLength(FamilyFact.MaximumWords).WithMessage($"Write {FamilyFact.MaximumWords} letters or fewer");
    }
}

internal sealed class TellFactHandler(EhcpDbContext context, Viewers viewers, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<TellFact, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TellFact request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var seen = await viewers.RecordsForAsync(person, cancellationToken);
        var mine = await context.Records.AsNoTracking().Where(record => seen.Contains(record.Id)).Select(record => new { record.Id, record.Reference, record.ChildId }).ToListAsync(cancellationToken);
        if ((mine.Count == 1 && request.Record.Length == 0 ? mine[0] : mine.Find(record => record.Reference == request.Record)) is not { } about)
        {
            return Outcome.Invalid(nameof(request.Record), mine.Count == 0 ? "We have no request or plan here for you. Call us" : "Choose whom it is about");
        }

        await context.LockRecordAsync(about.Id, cancellationToken);
        var words = request.Words.Trim();
        var today = clock.Today();
        var same = await context.Facts.Where(fact => fact.RecordId == about.Id && fact.PersonId == person && fact.ToldOn == today && fact.Topic == request.Topic).ToListAsync(cancellationToken);
        if (same.Exists(fact => fact.Words == words))
        {
            // Pressed twice: it is the same thing.
            return default(Done);
        }

        var now = clock.GetUtcNow();
        context.Facts.Add(new FamilyFact
        {
            Id = Guid.CreateVersion7(now),
            RecordId = about.Id,
            Topic = request.Topic,
            Words = words,
            Source = Adviser.Family,
            PersonId = person,
            ToldOn = today,
            AgreedAt = request.MayBeReused ? now : null,
            RecordedAt = now,
        });
        audit.Record(context, EhcpAudit.FactKept, EhcRecord.Subject, about.Id, personIds: [about.ChildId, person], changes: [new AuditChange("fact", null, $"{request.Topic} {Adviser.Family}")]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}

/// <summary>Whoever told us says whether those who give advice may read it, and may change their mind.</summary>
internal sealed record AgreeToReuse(Guid Id, bool MayBeReused) : ICommand<Done>
{
    public Permission Permission => EhcpPermissions.Ask;
}

internal sealed class AgreeToReuseHandler(EhcpDbContext context, Viewers viewers, IPeople people, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AgreeToReuse, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AgreeToReuse request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person || await context.Facts.SingleOrDefaultAsync(fact => fact.Id == request.Id, cancellationToken) is not { PersonId: { } teller } fact)
        {
            return Outcome.NotFound;
        }

        var seen = await viewers.RecordsForAsync(person, cancellationToken);
        if (!seen.Contains(fact.RecordId) || !(await people.RecordsOfAsync(person, cancellationToken)).Contains(teller))
        {
            return Outcome.NotFound;
        }

        if (fact.AgreedAt is not null != request.MayBeReused)
        {
            fact.AgreedAt = request.MayBeReused ? clock.GetUtcNow() : null;
            audit.Record(context, EhcpAudit.ReuseChanged, EhcRecord.Subject, fact.RecordId, personIds: [person], changes: [new AuditChange("may_be_reused", null, $"{request.MayBeReused}")]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
