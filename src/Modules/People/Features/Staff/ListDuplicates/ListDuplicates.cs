using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ListDuplicates;

/// <summary>Records that may be one person, the likeliest first. Nothing is ever put together by itself.</summary>
internal sealed record ListDuplicates : IQuery<DuplicatesList>, IReadsPeople
{
    public Permission Permission => PeoplePermissions.Compare;

    public AuditEvent Event => PeopleAudit.Found;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => "Looking for two records of one person";
}

internal sealed record DuplicatesList(IReadOnlyList<DuplicateRow> Rows, bool HasMore) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [.. Rows.SelectMany(row => new[] { row.OneId, row.OtherId }).Distinct()];
}

/// <param name="Why">What the two have in common, without saying what it is.</param>
internal sealed record DuplicateRow(Guid OneId, Guid OtherId, string One, string Other, string Initials, int? BirthYear, string Why, double Likeness);

internal sealed class ListDuplicatesHandler(PeopleDbContext context) : IRequestHandler<ListDuplicates, Outcome<DuplicatesList>>
{
    private const int Most = 50;

    public async Task<Outcome<DuplicatesList>> Handle(ListDuplicates request, CancellationToken cancellationToken)
    {
        List<DuplicateRow> found = [];
        foreach (var (one, other, why) in await CandidatesAsync(cancellationToken))
        {
            var likeness = Likeness.OfNames(one.GivenName, one.FamilyName, other.GivenName, other.FamilyName);
            if (likeness >= Likeness.WorthALook)
            {
                found.Add(new DuplicateRow(one.Id, other.Id, one.Reference, other.Reference, one.Initials, one.BornOn?.Year ?? other.BornOn?.Year, why, likeness));
            }
        }

        var rows = found.DistinctBy(row => DifferentPeople.Pair(row.OneId, row.OtherId)).OrderByDescending(row => row.Likeness).ThenBy(row => row.OneId).ToList();
        return new DuplicatesList([.. rows.Take(Most)], rows.Count > Most);
    }

    /// <summary>Kept rows of one kind that share a birth date or a mark; names are compared afterwards, because the database cannot read them.</summary>
    private async Task<List<(PersonRecord One, PersonRecord Other, string Why)>> CandidatesAsync(CancellationToken cancellationToken)
    {
        var kept = context.Persons.AsNoTracking().Where(person => person.KeptId == person.Id);
        var apart = context.DifferentPeople;
        var byBirth = await (
            from one in kept
            join other in kept on one.BirthIndex equals other.BirthIndex
            where one.Id.CompareTo(other.Id) < 0 && one.Kind == other.Kind
                && !apart.Any(d => (d.FirstId == one.Id && d.SecondId == other.Id) || (d.FirstId == other.Id && d.SecondId == one.Id))
            select new { one, other }).ToListAsync(cancellationToken);
        var byMark = await (
            from mark in context.Marks
            join same in context.Marks on mark.Value equals same.Value
            join one in kept on mark.PersonId equals one.Id
            join other in kept on same.PersonId equals other.Id
            where one.Id.CompareTo(other.Id) < 0 && one.Kind == other.Kind
                && (one.BirthIndex == null || other.BirthIndex == null || one.BirthIndex == other.BirthIndex)
                && !apart.Any(d => (d.FirstId == one.Id && d.SecondId == other.Id) || (d.FirstId == other.Id && d.SecondId == one.Id))
            select new { one, other }).ToListAsync(cancellationToken);
        return
        [
            .. byBirth.Select(pair => (pair.one, pair.other, "Birth date, and names that are alike")),
            .. byMark.Select(pair => (pair.one, pair.other, "E-mail address or phone, and names that are alike")),
        ];
    }
}
