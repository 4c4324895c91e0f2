using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ChangeNames;

/// <param name="Version">As it was when the form was made.</param>
internal sealed record ChangeNames(Guid Id, uint Version, string GivenName, string FamilyName, string KnownAs, DateOnly? BornOn, string Reason) : ICommand<Done>, IActsOn
{
    public Permission Permission => PeoplePermissions.Change;

    public string SubjectKind => PeopleAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ChangeNamesValidator : AbstractValidator<ChangeNames>
{
    public ChangeNamesValidator(TimeProvider clock)
    {
        RuleFor(change => change.GivenName).MustBeAName("Write the first name");
        RuleFor(change => change.FamilyName).MustBeAName("Write the last name");
        RuleFor(change => change.KnownAs).MaximumLength(PersonRecord.MaximumName).WithMessage($"Write {PersonRecord.MaximumName} letters or fewer")
            .Must(Words.IsOneLine).WithMessage("Write the name in one line, without signs that cannot be seen");
        RuleFor(change => change.BornOn).Custom((born, context) =>
        {
            if (Words.BirthProblem(born, clock.Today()) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
        RuleFor(change => change.Reason).MustBeAReason();
    }
}

internal sealed class ChangeNamesHandler(PeopleDbContext context, PeopleIndexes indexes, AuditTrail audit, TimeProvider clock) : IRequestHandler<ChangeNames, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeNames request, CancellationToken cancellationToken)
    {
        if (await context.Persons.SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) is not { } person)
        {
            return Outcome.NotFound;
        }

        if (person.Version != request.Version)
        {
            return Outcome.Conflict("Somebody else has changed this record in the meantime. Look at it again");
        }

        List<AuditChange> changes = [];
        void Note(string field, string? before, string? after)
        {
            if (before != after)
            {
                changes.Add(new AuditChange(field, audit.Digest(field, before), audit.Digest(field, after)));
            }
        }

        var (given, family, knownAs, born) = (person.GivenName, person.FamilyName, person.KnownAs, person.BornOn);
        person.Name(request.GivenName, request.FamilyName, request.KnownAs, request.BornOn, indexes);
        person.ChangedAt = clock.GetUtcNow();
        Note("given_name", given, person.GivenName);
        Note("family_name", family, person.FamilyName);
        Note("known_as", knownAs, person.KnownAs);
        Note("born_on", $"{born:O}", $"{person.BornOn:O}");
        audit.Record(context, PeopleAudit.Changed, PeopleAudit.Subject, person.Id, request.Reason.Trim(), changes, personIds: [person.Id]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
