using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ViewRecord;

/// <summary>One person's record, for the pages that show or change it. Everybody whose name stands on it is written down as seen.</summary>
internal sealed record ViewRecord(Guid Id) : IQuery<RecordView>, IReadsPeople, IActsOn
{
    public Permission Permission => PeoplePermissions.View;

    public AuditEvent Event => PeopleAudit.Viewed;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => Id;

    Guid? IReadsPeople.SubjectId => Id;

    public string? Purpose => null;
}

/// <param name="IsRestricted">Something stands in the Safety table; what it is only the duty lead may see.</param>
/// <param name="HidesAddress">There are ways to reach this person that only the duty lead may see.</param>
/// <param name="MayChange">False for who reads it by break-glass: the forms are not offered then.</param>
internal sealed record RecordView(
    Guid Id, string Reference, PersonKind Kind, string GivenName, string FamilyName, string? KnownAs, DateOnly? BornOn, DateOnly? DiedOn, uint Version,
    bool IsRestricted, bool HidesAddress, bool IsBeingChecked, bool MayChange,
    IReadOnlyList<ContactRecord> Contacts, IReadOnlyList<RelationRow> Relations, Preferences Preferences, IReadOnlyList<MergeRow> Merges,
    IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="IsTheChild">The other one is the child; else the other one is something to this child.</param>
internal sealed record RelationRow(RelationshipRecord Relationship, Guid OtherId, string OtherName, bool IsTheChild);

internal sealed record MergeRow(Guid Id, string Reference, DateTimeOffset MergedAt, bool CanBeUndone);

internal sealed class ViewRecordHandler(
    PeopleDbContext context, PeopleReader reader, IPeople people, Actor actor, IEnumerable<IScope> scopes, TimeProvider clock)
    : IRequestHandler<ViewRecord, Outcome<RecordView>>
{
    public async Task<Outcome<RecordView>> Handle(ViewRecord request, CancellationToken cancellationToken)
    {
        if (!(await reader.ReadAsync([request.Id], cancellationToken)).TryGetValue(request.Id, out var person))
        {
            return Outcome.NotFound;
        }

        var rows = person.Ids.ToList();
        var hides = person.HidingReasons.Count > 0;
        var relations = await RelationsAsync(rows, cancellationToken);
        var now = clock.GetUtcNow();
        var merges = await context.Merges.Where(merge => merge.UndoneAt == null && merge.IntoId == person.KeptId).OrderBy(merge => merge.MergedAt).ToListAsync(cancellationToken);
        return new RecordView(
            person.KeptId, person.Kept.Reference, person.Kept.Kind, person.Kept.GivenName, person.Kept.FamilyName, person.Kept.KnownAs,
            person.Rows.Select(row => row.BornOn).FirstOrDefault(day => day is not null), person.Rows.Select(row => row.DiedOn).FirstOrDefault(day => day is not null),
            person.Kept.Version,
            IsRestricted: await context.Restrictions.AnyAsync(
                r => r.EndedAt == null && (rows.Contains(r.PersonId) || rows.Contains(r.AgainstId!.Value)), cancellationToken),
            hides, person.IsBeingChecked, actor.May(PeoplePermissions.Change, await scopes.OfPersonAsync(request.Id, cancellationToken)),
            hides ? [] : await ContactsAsync(rows, cancellationToken),
            relations,
            (await people.PreferencesAsync([person.KeptId], cancellationToken))[person.KeptId],
            [.. merges.Select(merge => new MergeRow(merge.Id, person.Rows.Single(row => row.Id == merge.FromId).Reference, merge.MergedAt, merge.MergedAt + MergeRecord.Undoable > now))],
            [person.KeptId, .. relations.Select(relation => relation.OtherId).Distinct()]);
    }

    private Task<List<ContactRecord>> ContactsAsync(List<Guid> rows, CancellationToken cancellationToken) => context.Contacts.AsNoTracking()
        .Where(contact => rows.Contains(contact.PersonId!.Value) && contact.State != ContactState.Ended)
        .OrderBy(contact => contact.Kind).ThenByDescending(contact => contact.ChangedAt).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<RelationRow>> RelationsAsync(List<Guid> rows, CancellationToken cancellationToken)
    {
        var found = await context.Relationships.AsNoTracking()
            .Where(relationship => rows.Contains(relationship.PersonId) || rows.Contains(relationship.ChildId)).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var others = found.Select(relationship => rows.Contains(relationship.PersonId) ? relationship.ChildId : relationship.PersonId).Distinct().ToList();
        var names = await people.NamesAsync(others, cancellationToken);
        return
        [
            .. found.Select(relationship => rows.Contains(relationship.PersonId)
                ? new RelationRow(relationship, names[relationship.ChildId].PersonId, names[relationship.ChildId].Full, IsTheChild: true)
                : new RelationRow(relationship, names[relationship.PersonId].PersonId, names[relationship.PersonId].Full, IsTheChild: false)),
        ];
    }
}
