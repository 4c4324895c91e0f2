using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RecordPerson;

/// <param name="Id">For a person who comes from somewhere else with an id, as a made-up family; else null.</param>
/// <param name="IsSomebodyElse">The officer has looked at the records that are alike, and this is none of them.</param>
internal sealed record RecordPerson(
    PersonKind Kind, string GivenName, string FamilyName, string KnownAs, DateOnly? BornOn, bool IsSomebodyElse, Guid? Id = null) : ICommand<Guid>
{
    public Permission Permission => PeoplePermissions.Record;
}

internal sealed class RecordPersonValidator : AbstractValidator<RecordPerson>
{
    public RecordPersonValidator(TimeProvider clock)
    {
        RuleFor(person => person.Kind).IsInEnum().WithMessage("Choose who this is");
        RuleFor(person => person.GivenName).MustBeAName("Write the first name");
        RuleFor(person => person.FamilyName).MustBeAName("Write the last name");
        RuleFor(person => person.KnownAs).MaximumLength(PersonRecord.MaximumName).WithMessage($"Write {PersonRecord.MaximumName} letters or fewer")
            .Must(Words.IsOneLine).WithMessage("Write the name in one line, without signs that cannot be seen");
        RuleFor(person => person.BornOn).Custom((born, context) =>
        {
            if (Words.BirthProblem(born, clock.Today()) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
    }
}

internal sealed class RecordPersonHandler(PeopleDbContext context, PeopleIndexes indexes, NewRecords records) : IRequestHandler<RecordPerson, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordPerson request, CancellationToken cancellationToken)
    {
        if (!request.IsSomebodyElse && await AlikeAsync(request, cancellationToken))
        {
            return Outcome.Invalid(
                nameof(request.IsSomebodyElse), "There is a record with this name already. Find it and look, then say that this is somebody else");
        }

        var id = await records.AddAsync(request.Kind, request.GivenName, request.FamilyName, request.KnownAs, request.BornOn, request.Id, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return id;
    }

    private async Task<bool> AlikeAsync(RecordPerson request, CancellationToken cancellationToken)
    {
        var name = indexes.Name(request.GivenName, request.FamilyName);
        var birth = request.BornOn is { } day ? indexes.Birth(day) : null;
        return await context.Persons.AnyAsync(
            person => person.NameIndex == name && (birth == null || person.BirthIndex == null || person.BirthIndex == birth), cancellationToken);
    }
}
