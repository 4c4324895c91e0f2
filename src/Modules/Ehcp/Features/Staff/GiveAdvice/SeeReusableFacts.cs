using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.GiveAdvice;

/// <summary>What an adviser who was asked, and has not answered yet, may read of what others told us: only what somebody agreed to (SEND Regulations 2014, reg 6(4)).</summary>
internal sealed record SeeReusableFacts(Guid EventId) : IQuery<ReusableFacts>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.GiveAdvice;

    public AuditEvent Event => EhcpAudit.OwnAdviceSeen;

    public string SubjectKind => AdviceAsk.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

internal sealed record ReusableFacts(IReadOnlyList<ReusableFact> Rows, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Source">Who said it, without a name.</param>
internal sealed record ReusableFact(FactTopic Topic, string Words, string Source, DateOnly ToldOn);

internal sealed class SeeReusableFactsHandler(EhcpDbContext context, Actor actor, TimeProvider clock) : IRequestHandler<SeeReusableFacts, Outcome<ReusableFacts>>
{
    private const int Most = 100;

    public async Task<Outcome<ReusableFacts>> Handle(SeeReusableFacts request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own)
        {
            return Outcome.NotFound;
        }

        var about = await (
            from ask in context.AdviceAsks.AsNoTracking()
            join asked in context.Events on ask.EventId equals asked.Id
            join record in context.Records on asked.RecordId equals record.Id
            where ask.EventId == request.EventId && ask.AccountId == own && ask.SentAt == null && asked.WithdrawnAt == null && !record.IsOver
            select new { record.Id, record.ChildId }).SingleOrDefaultAsync(cancellationToken);
        if (about is null)
        {
            return new ReusableFacts([], []);
        }

        var facts = await context.Facts.AsNoTracking().Where(fact => fact.RecordId == about.Id && fact.AgreedAt != null).Where(FamilyFact.IsHeldOn(clock.Today()))
            .OrderBy(fact => fact.Topic).ThenByDescending(fact => fact.ToldOn).ThenBy(fact => fact.Id).Take(Most).ToListAsync(cancellationToken);
        return new ReusableFacts([.. facts.Select(fact => new ReusableFact(fact.Topic, fact.Words, EhcpWords.Of(fact.Source), fact.ToldOn))], [about.ChildId]);
    }
}
