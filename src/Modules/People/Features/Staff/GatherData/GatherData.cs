using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.GatherData;

/// <summary>Everything that every part of the product holds about a person, for their own copy (UK GDPR, article 15).</summary>
/// <param name="AsFile">Saved, and not only looked at: the trail tells them apart.</param>
internal sealed record GatherData(Guid Id, bool AsFile) : IQuery<HeldView>, IReadsPeople, IActsOn
{
    public Permission Permission => PeoplePermissions.Gather;

    public AuditEvent Event => AsFile ? PeopleAudit.Exported : PeopleAudit.Gathered;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => Id;

    Guid? IReadsPeople.SubjectId => Id;

    public string? Purpose => "your own copy";
}

/// <param name="Steps">What would be erased and what is kept.</param>
/// <param name="OpenErasureId">Somebody has asked that it is erased already.</param>
internal sealed record HeldView(
    Guid Id, string Reference, DateTimeOffset At, IReadOnlyList<Holding> Holdings, IReadOnlyList<HolderStep> Steps, Guid? OpenErasureId) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [Id];

    public override string ToString() => nameof(HeldView);
}

internal sealed class GatherDataHandler(PeopleDbContext context, HeldData held, TimeProvider clock) : IRequestHandler<GatherData, Outcome<HeldView>>
{
    public async Task<Outcome<HeldView>> Handle(GatherData request, CancellationToken cancellationToken)
    {
        var kept = context.Persons.Where(person => person.Id == request.Id).Select(person => person.KeptId);
        if (await context.Persons.AsNoTracking().SingleOrDefaultAsync(person => kept.Contains(person.Id), cancellationToken) is not { } person)
        {
            return Outcome.NotFound;
        }

        return new HeldView(
            person.Id, person.Reference, clock.GetUtcNow(),
            await held.ExportAsync(person.Id, cancellationToken),
            await held.PlanAsync(person.Id, cancellationToken),
            await context.Erasures.Where(erasure => erasure.PersonId == person.Id && erasure.State == ErasureState.Asked).Select(erasure => (Guid?)erasure.Id).SingleOrDefaultAsync(cancellationToken));
    }
}
