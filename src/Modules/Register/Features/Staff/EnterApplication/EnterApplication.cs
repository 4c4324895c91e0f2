using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Staff.EnterApplication;

/// <summary>An officer enters what came on paper, by phone or at a hub: the same record as from the website.</summary>
/// <param name="Child">Reference or id of the child's record in People.</param>
/// <param name="Applicant">Reference or id of the parent's; empty when the young person applies.</param>
/// <param name="Choices">yes or no by use; no answer is a no.</param>
internal sealed record EnterApplication(
    string Child, string Applicant, EntrySource Source, string Postcode, IReadOnlyList<string> Difficulties, string School, SchoolHelp Help, string Wanted,
    IReadOnlyDictionary<string, string> Choices, IReadOnlyDictionary<string, Guid> Wordings) : ICommand<Guid>
{
    /// <summary>What is counted for planning.</summary>
    public CodedFacts Coded { get; init; } = CodedFacts.None;

    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class EnterApplicationValidator : AbstractValidator<EnterApplication>
{
    public const int MaximumReference = 100;
    public const int MaximumPostcode = 10;

    public EnterApplicationValidator()
    {
        RuleFor(application => application.Child).NotEmpty().WithMessage("Write the reference of the child’s record").MaximumLength(MaximumReference).WithMessage("That is too long for a reference");
        RuleFor(application => application.Applicant).MaximumLength(MaximumReference).WithMessage("That is too long for a reference");
        RuleFor(application => application.Source).Must(source => Enum.IsDefined(source) && source is not EntrySource.Web and not EntrySource.OldRegister).WithMessage("Choose how it came");
        RuleFor(application => application.Difficulties).Must(all => all.All(one => Enum.TryParse<Difficulty>(one, out var read) && Enum.IsDefined(read))).WithMessage("Choose from the list");
        RuleFor(application => application.Help).IsInEnum().WithMessage("Choose from the list");
        RuleFor(application => application.School).MaximumLength(JoinAnswers.MaximumText).WithMessage($"Write {JoinAnswers.MaximumText} letters or fewer");
        RuleFor(application => application.Wanted).MaximumLength(JoinAnswers.MaximumText).WithMessage($"Write {JoinAnswers.MaximumText} letters or fewer");
    }
}

internal sealed class EnterApplicationHandler(Applications applications, JoinRules rules, Wordings wordings, Codes codes, IPeople people, TimeProvider clock) : IRequestHandler<EnterApplication, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(EnterApplication request, CancellationToken cancellationToken)
    {
        if (await PersonAsync(request.Child, cancellationToken) is not { Kind: PersonKind.Child } child)
        {
            return Outcome.Invalid(nameof(request.Child), "There is no child or young person with this reference. Find the child, or make a record, under “Find a person”");
        }

        if (child.DiedOn is not null)
        {
            return Outcome.Invalid(nameof(request.Child), "This child has died. Nothing is entered or sent. Ask the duty manager");
        }

        if (RegisterAges.Problem(child.BornOn, clock.Today()) is { } problem)
        {
            return Outcome.Invalid(nameof(request.Child), $"The birth date on the child’s record: {problem}");
        }

        var (applicant, capacity) = (child.Id, GiverCapacity.YoungPerson);
        if (!string.IsNullOrWhiteSpace(request.Applicant))
        {
            if (await PersonAsync(request.Applicant, cancellationToken) is not { } adult
                || (await people.AroundAsync(child.Id, cancellationToken)).FirstOrDefault(one => one.PersonId == adult.Id && one.WasOn(clock.Today())) is not { } relationship)
            {
                return Outcome.Invalid(nameof(request.Applicant), "Nobody with this reference is on the child’s record. Add them there first");
            }

            (applicant, capacity) = (adult.Id, relationship.Kind == RelationshipKind.Deputy ? GiverCapacity.Deputy : GiverCapacity.Parent);
        }

        if (rules.AreaProblem(request.Postcode) is { } elsewhere)
        {
            return Outcome.Invalid(nameof(request.Postcode), elsewhere);
        }

        if ((await codes.ReadAsync(cancellationToken)).Problems(request.Coded) is { Count: > 0 } unknown)
        {
            return Outcome<Guid>.Reject(unknown);
        }

        if (ShownUse.Read(await wordings.AskedAsync(cancellationToken), request.Choices, request.Wordings) is not { } choices)
        {
            return Outcome.Invalid("", "Our words for one of the uses have changed since you opened this page. Read them to the family again, then choose");
        }

        if (choices.Any(choice => choice.Decision == ConsentDecision.Yes) && !ConsentRules.Decides(capacity, child.BornOn, clock.Today()))
        {
            return Outcome.Invalid("", "From 16 on the young person says yes for themselves, not a parent. Take the yeses out and ask the young person");
        }

        return (await applications.AddAsync(
            new Application(
                child.Id, applicant, capacity, request.Source, Area.Of(request.Postcode)!, [.. request.Difficulties.Select(Enum.Parse<Difficulty>)], request.School, request.Help,
                request.Wanted, null, choices)
            {
                Coded = request.Coded,
                Postcode = request.Postcode,
            },
            cancellationToken)).Id;
    }

    private async Task<Person?> PersonAsync(string typed, CancellationToken cancellationToken) =>
        await people.ByReferenceAsync(typed.Trim(), cancellationToken) is { } id ? (await people.FindAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
}

/// <summary>The uses that the family is to be asked about, and what can be chosen.</summary>
internal sealed record OpenApplication : IQuery<OpenedApplication>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed record OpenedApplication(IReadOnlyList<AskedUse> Uses, CodeLists Codes);

internal sealed class OpenApplicationHandler(Wordings wordings, Codes codes) : IRequestHandler<OpenApplication, Outcome<OpenedApplication>>
{
    public async Task<Outcome<OpenedApplication>> Handle(OpenApplication request, CancellationToken cancellationToken) =>
        new OpenedApplication(await wordings.AskedAsync(cancellationToken), await codes.ReadAsync(cancellationToken));
}
