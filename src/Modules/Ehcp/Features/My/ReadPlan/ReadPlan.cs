using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadPlan;

/// <summary>A draft or final plan as the family reads it: only what was sent, only to whoever may see the record, and only with documents open.</summary>
internal sealed record ReadOwnPlan(Guid PlanId) : IQuery<OwnPlanPage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.OwnPlans;

    public AuditEvent Event => EhcpAudit.PlanRead;

    public string SubjectKind => PlanVersion.Subject;

    public Guid? SubjectId => PlanId;

    public string? Purpose => null;
}

/// <param name="Door">Nothing else is said before documents are open.</param>
/// <param name="Plan">Null until then.</param>
internal sealed record OwnPlanPage(DocumentsAnswer Door, OwnPlan? Plan, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Name">Given name of the child or young person.</param>
/// <param name="AnswerBy">Last day of the family's own time; null when nothing is to be answered.</param>
/// <param name="MayAnswer">The person who is signed in may say what they think of it now.</param>
internal sealed record OwnPlan(
    string Name, EventKind SentAs, DateOnly SentOn, IReadOnlyDictionary<PlanPart, string> Texts, IReadOnlyList<OwnHelp> Help, DateOnly? AnswerBy, bool MayAnswer, IReadOnlyList<PlanAnswer> Answers);

internal sealed record OwnHelp(PlanPart Part, Adviser By);

internal sealed class ReadOwnPlanHandler(
    EhcpDbContext context, RecordReader reader, PlanReader plans, Viewers viewers, Parties parties, IPeople people, IDocumentsDoor door, Actor actor, TimeProvider clock)
    : IRequestHandler<ReadOwnPlan, Outcome<OwnPlanPage>>
{
    public async Task<Outcome<OwnPlanPage>> Handle(ReadOwnPlan request, CancellationToken cancellationToken)
    {
        if (await door.AskAsync(cancellationToken) is not DocumentsAnswer.Open and var shut)
        {
            return new OwnPlanPage(shut, null, []);
        }

        var recordId = await context.Plans.Where(plan => plan.Id == request.PlanId).Select(plan => plan.RecordId).SingleOrDefaultAsync(cancellationToken);
        if (actor.PersonId is not { } person || !(await viewers.RecordsForAsync(person, cancellationToken)).Contains(recordId)
            || await reader.ReadAsync(recordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        var all = await plans.OfAsync(recordId, cancellationToken);
        if (all.FirstOrDefault(plan => plan.Plan.Id == request.PlanId) is not { Sent: { } sent } plan)
        {
            return Outcome.NotFound;
        }

        var isNewest = plan == all.FirstOrDefault(one => one.Sent is not null);
        var toAnswer = isNewest && PlanRules.IsToBeAnswered(sent.Kind);
        var help = await context.PlanDeliveries.AsNoTracking().Where(one => one.PlanId == request.PlanId && one.EndedAt == null)
            .Select(one => new { one.Part, one.By }).Distinct().ToListAsync(cancellationToken);
        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var answers = await context.PlanAnswers.AsNoTracking().Where(answer => answer.PlanId == request.PlanId && ids.Contains(answer.PersonId))
            .OrderBy(answer => answer.AnsweredAt).ToListAsync(cancellationToken);
        return new OwnPlanPage(
            DocumentsAnswer.Open,
            new OwnPlan(
                (await people.NamesAsync([child.Id], cancellationToken))[child.Id].Given, sent.Kind, sent.HappenedOn,
                (await plans.TextsAsync(request.PlanId, cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.Words),
                [.. help.OrderBy(one => one.Part).ThenBy(one => one.By).Select(one => new OwnHelp(one.Part, one.By))],
                toAnswer ? read.Dates.FirstOrDefault(date => date.From.Id == sent.Id && date.Rule.Code is "T07" or "R08")?.Day : null,
                toAnswer && (await parties.OfAsync(child, clock.Today(), cancellationToken)).Any(party => party.PersonId == person), answers),
            [child.Id]);
    }
}
