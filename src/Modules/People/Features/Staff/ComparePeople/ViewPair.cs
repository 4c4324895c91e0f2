using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ComparePeople;

/// <summary>Two records side by side. Whoever compares sees names and birth dates, and of hidden contact points only that there are some.</summary>
internal sealed record ViewPair(Guid OneId, Guid OtherId) : IQuery<PairView>, IReadsPeople
{
    public Permission Permission => PeoplePermissions.Compare;

    public AuditEvent Event => PeopleAudit.Compared;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid? SubjectId => OneId;

    public string? Purpose => "Are these one person?";
}

/// <param name="IsDecided">Somebody found them to be two people already.</param>
internal sealed record PairView(ComparedPerson One, ComparedPerson Other, bool IsDecided) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [One.Id, Other.Id];
}

internal sealed record ComparedPerson(
    Guid Id, string Reference, PersonKind Kind, string Name, DateOnly? BornOn, bool IsDead, bool IsRestricted, IReadOnlyList<string> Contacts, bool HidesAddress, DateTimeOffset RecordedAt);

internal sealed class ViewPairHandler(PeopleDbContext context, PeopleReader reader) : IRequestHandler<ViewPair, Outcome<PairView>>
{
    public async Task<Outcome<PairView>> Handle(ViewPair request, CancellationToken cancellationToken)
    {
        var people = await reader.ReadAsync([request.OneId, request.OtherId], cancellationToken);
        if (!people.TryGetValue(request.OneId, out var one) || !people.TryGetValue(request.OtherId, out var other) || one.KeptId == other.KeptId)
        {
            return Outcome.NotFound;
        }

        var (first, second) = Data.DifferentPeople.Pair(request.OneId, request.OtherId);
        var restricted = await context.Restrictions.Where(r => r.EndedAt == null).Select(r => new { r.PersonId, r.AgainstId })
            .Where(r => r.PersonId == request.OneId || r.PersonId == request.OtherId || r.AgainstId == request.OneId || r.AgainstId == request.OtherId)
            .ToListAsync(cancellationToken);
        ComparedPerson Shown(Someone person, Guid id) => new(
            id, person.Rows.Single(row => row.Id == id).Reference, person.Kept.Kind, $"{person.Kept.GivenName} {person.Kept.FamilyName}", person.Kept.BornOn, person.IsDead,
            restricted.Any(r => r.PersonId == id || r.AgainstId == id),
            person.HidingReasons.Count > 0 ? [] : [.. person.Contacts.Where(c => !c.IsHidden && c.State != ContactState.Ended).Select(c => c.Value.Replace("\n", ", ", StringComparison.Ordinal))],
            person.HidingReasons.Count > 0, person.Kept.RecordedAt);
        return new PairView(
            Shown(one, request.OneId), Shown(other, request.OtherId),
            await context.DifferentPeople.AnyAsync(d => d.FirstId == first && d.SecondId == second, cancellationToken));
    }
}
