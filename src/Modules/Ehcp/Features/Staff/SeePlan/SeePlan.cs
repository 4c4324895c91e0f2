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

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;

/// <summary>The text of a plan as officers read it: what is written now, what was sent, and what the family said.</summary>
/// <param name="Number">Of one text; null is the newest.</param>
internal sealed record SeePlan(Guid RecordId, int? Number = null) : IQuery<PlanView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.ReadPlans;

    public AuditEvent Event => EhcpAudit.PlanRead;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

/// <param name="Shown">Null when nothing has been written yet.</param>
/// <param name="MayStart">A new text can be begun.</param>
/// <param name="Sendable">What the text that is written now can be sent as.</param>
internal sealed record PlanView(
    string Reference, string Child, IReadOnlyList<ReadPlan> Plans, ReadPlan? Shown, IReadOnlyDictionary<PlanPart, PlanText> Texts, IReadOnlyList<AnswerRow> Answers,
    IReadOnlyList<PlanDelivery> Deliveries, bool MayStart, IReadOnlyList<EventKind> Sendable, IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    public bool IsBeingWritten => Shown is not null && Shown.Plan == PlanReader.BeingWritten(Plans);

    /// <summary>Help is named in the newest final only.</summary>
    public bool MayNameDeliveries => Shown is { IsFinal: true } && Shown == Plans.FirstOrDefault(plan => plan.IsFinal);
}

internal sealed record AnswerRow(PlanAnswer Answer, string Name);

internal sealed class SeePlanHandler(EhcpDbContext context, RecordReader reader, PlanReader plans, IPeople people) : IRequestHandler<SeePlan, Outcome<PlanView>>
{
    public async Task<Outcome<PlanView>> Handle(SeePlan request, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        var all = await plans.OfAsync(request.RecordId, cancellationToken);
        var shown = request.Number is { } number ? all.FirstOrDefault(plan => plan.Plan.Number == number) : all.Count > 0 ? all[0] : null;
        if (request.Number is not null && shown is null)
        {
            return Outcome.NotFound;
        }

        var id = shown?.Plan.Id ?? Guid.Empty;
        var answers = await context.PlanAnswers.AsNoTracking().Where(answer => answer.PlanId == id).OrderBy(answer => answer.AnsweredAt).ToListAsync(cancellationToken);
        var deliveries = await context.PlanDeliveries.AsNoTracking().Where(one => one.PlanId == id && one.EndedAt == null).OrderBy(one => one.Part).ThenBy(one => one.AddedAt).ToListAsync(cancellationToken);
        List<Guid> persons = [.. answers.Select(answer => answer.PersonId).Append(child.Id).Distinct()];
        var names = await people.NamesAsync(persons, cancellationToken);
        return new PlanView(
            read.Record.Reference, names[child.Id].Full, all, shown, shown is null ? new Dictionary<PlanPart, PlanText>() : await plans.TextsAsync(id, cancellationToken),
            [.. answers.Select(answer => new AnswerRow(answer, names.TryGetValue(answer.PersonId, out var name) ? name.Full : "Not known"))],
            deliveries, PlanRules.MayBeWritten(read.Happened) && PlanReader.BeingWritten(all) is null, PlanRules.Sendable(read.Happened), persons);
    }
}
