using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListMyProvision;

/// <summary>Help of final plans that the person who is signed in gives: their own parts of plans that count today, and nothing else.</summary>
internal sealed record ListMyProvision : IQuery<MyProvisionPage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.OwnProvision;

    public AuditEvent Event => EhcpAudit.ProvisionSeen;

    public string SubjectKind => PlanVersion.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

/// <param name="Words">What they give, as the officer wrote it for them.</param>
/// <param name="Text">The section of the final plan in which it stands.</param>
internal sealed record MyProvisionRow(string Reference, string Child, DateOnly SentOn, PlanPart Part, string Words, string Text);

internal sealed record MyProvisionPage(IReadOnlyList<MyProvisionRow> Rows, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class ListMyProvisionHandler(EhcpDbContext context, RecordReader reader, PlanReader plans, IPeople people, Actor actor) : IRequestHandler<ListMyProvision, Outcome<MyProvisionPage>>
{
    private const int Most = 200;

    public async Task<Outcome<MyProvisionPage>> Handle(ListMyProvision request, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own)
        {
            return Outcome.NotFound;
        }

        var named = await (
            from delivery in context.PlanDeliveries.AsNoTracking()
            join plan in context.Plans on delivery.PlanId equals plan.Id
            join record in context.Records on plan.RecordId equals record.Id
            where delivery.AccountId == own && delivery.EndedAt == null && (!record.IsOver || record.Stage == Stage.Ended)
            orderby record.Reference, delivery.Part, delivery.Id
            select new { delivery, record.Id, record.Reference, record.ChildId, record.IsOver }).Take(Most).ToListAsync(cancellationToken);
        Dictionary<Guid, ReadPlan?> finals = [];
        foreach (var record in named.Select(one => one.Id).Distinct())
        {
            if (named.Exists(one => one.Id == record && one.IsOver) && !await IsKeptAsync(record, cancellationToken))
            {
                finals[record] = null;
                continue;
            }

            finals[record] = (await plans.OfAsync(record, cancellationToken)).FirstOrDefault(plan => plan.IsFinal);
        }

        var today = named.Where(one => finals[one.Id]?.Plan.Id == one.delivery.PlanId).ToList();
        List<Guid> sent = [.. today.Select(one => one.delivery.PlanId).Distinct()];
        List<PlanPart> parts = [.. today.Select(one => one.delivery.Part).Distinct()];
        var texts = await context.PlanTexts.AsNoTracking().Where(text => sent.Contains(text.PlanId) && parts.Contains(text.Part))
            .ToDictionaryAsync(text => (text.PlanId, text.Part), text => text.Words, cancellationToken);
        var children = today.Select(one => one.ChildId).Distinct().ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        return new MyProvisionPage(
            [.. today.Select(one => new MyProvisionRow(
                one.Reference, names.TryGetValue(one.ChildId, out var name) ? name.Full : "Not known", finals[one.Id]!.Sent!.HappenedOn, one.delivery.Part, one.delivery.Words,
                texts.GetValueOrDefault((one.delivery.PlanId, one.delivery.Part), "")))],
            children);
    }

    /// <summary>A plan that ends goes on until the time to appeal is over, and through an appeal (Children and Families Act 2014, s45(4)).</summary>
    private async Task<bool> IsKeptAsync(Guid recordId, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(recordId, null, cancellationToken))?.Dates.LastOrDefault(date => date is { Rule.Code: "T23", From.Kind: EventKind.DecidedToCease })
            is { State: DueState.Open, Day: not null } or { State: DueState.Met or DueState.MetLate };
}
