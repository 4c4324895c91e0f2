using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

/// <summary>The Safety table about one person, for the duty and safety lead alone.</summary>
internal sealed record ViewRestrictions(Guid PersonId) : IQuery<RestrictionsView>, IReadsPeople, IActsOn
{
    public Permission Permission => PeoplePermissions.Restrict;

    public AuditEvent Event => PeopleAudit.RestrictionsViewed;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => PersonId;

    Guid? IReadsPeople.SubjectId => PersonId;

    public string? Purpose => "Keeping somebody safe";
}

/// <param name="Around">Who is something to this child, for the form.</param>
internal sealed record RestrictionsView(
    string Reference, IReadOnlyList<RestrictionRow> Restrictions, IReadOnlyList<HiddenContact> Contacts, IReadOnlyList<PersonName> Around, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Protects">This person is protected; else it is against this person and stands on the other one's record.</param>
internal sealed record RestrictionRow(RestrictionRecord Restriction, bool Protects, Guid? OtherId, string? Other, IReadOnlyList<string> Allowed);

internal sealed class ViewRestrictionsHandler(PeopleDbContext context, IPeople people) : IRequestHandler<ViewRestrictions, Outcome<RestrictionsView>>
{
    public async Task<Outcome<RestrictionsView>> Handle(ViewRestrictions request, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(request.PersonId, cancellationToken);
        var found = await context.Restrictions.AsNoTracking()
            .Where(r => r.EndedAt == null && (rows.Contains(r.PersonId) || rows.Contains(r.AgainstId!.Value))).OrderBy(r => r.RecordedAt).ToListAsync(cancellationToken);
        var contacts = await context.HiddenContacts.AsNoTracking().Where(contact => rows.Contains(contact.PersonId) && contact.State != ContactState.Ended)
            .OrderBy(contact => contact.Kind).ThenBy(contact => contact.Id).ToListAsync(cancellationToken);
        var around = await context.Relationships
            .Where(relationship => rows.Contains(relationship.ChildId)).Select(relationship => relationship.PersonId).Distinct().ToListAsync(cancellationToken);
        var others = found.SelectMany(r => Allowed(r).Append(r.PersonId).Append(r.AgainstId ?? r.PersonId)).Concat(around).Distinct().Except(rows).ToList();
        var names = await people.NamesAsync(others, cancellationToken);
        return new RestrictionsView(
            await context.Persons.Where(person => person.Id == request.PersonId).Select(person => person.Reference).SingleAsync(cancellationToken),
            [
                .. found.Select(r =>
                {
                    var protects = rows.Contains(r.PersonId);
                    var other = protects ? r.AgainstId : r.PersonId;
                    return new RestrictionRow(
                        r, protects, other, other is { } id && names.TryGetValue(id, out var name) ? name.Full : null,
                        [.. Allowed(r).Where(names.ContainsKey).Select(id => names[id].Full)]);
                }),
            ],
            contacts,
            [.. around.Where(names.ContainsKey).Select(id => names[id]).DistinctBy(name => name.PersonId)],
            [request.PersonId, .. names.Values.Select(name => name.PersonId).Distinct()]);
    }

    private static IEnumerable<Guid> Allowed(RestrictionRecord restriction) => restriction.Allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse);
}
