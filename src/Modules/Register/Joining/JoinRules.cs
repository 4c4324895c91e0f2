using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>What is wrong with an answer, in words for whoever typed it. The same on each page and when all is sent.</summary>
internal sealed class JoinRules(INewPeople people, Settings settings, TimeProvider clock)
{
    public static readonly IReadOnlyList<RelationshipKind> Relationships =
        [RelationshipKind.Parent, RelationshipKind.AdoptiveParent, RelationshipKind.StepParent, RelationshipKind.SpecialGuardian, RelationshipKind.FosterCarer, RelationshipKind.Relative, RelationshipKind.Other];

    /// <returns>Problems of one page, the first of each field; empty when it is good.</returns>
    public IReadOnlyList<FieldError> Problems(string step, JoinAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. All(step, answers).Where(one => one.Message is not null).Select(one => new FieldError(one.Field, one.Message!)).DistinctBy(error => error.Field)];
    }

    /// <returns>The first page on which something is missing or wrong; null when all of it can be sent.</returns>
    public string? FirstProblem(JoinAnswers answers) => JoinStep.Of(answers).FirstOrDefault(step => Problems(step, answers).Count > 0);

    /// <returns>What is wrong with where a child lives; null when nothing is.</returns>
    public string? AreaProblem(string postcode) => Area.Of(postcode) switch
    {
        null => "Write the whole postcode, like ME4 4TR",
        { } area when !settings.IsInArea(area) =>
            "This postcode is not in Medway. The register is for children who live in Medway. Your own council has one too. Have you just moved? The council’s disability team can help: they are on the first page of this form",
        _ => null,
    };

    private IEnumerable<(string Field, string? Message)> All(string step, JoinAnswers answers) => step switch
    {
        JoinStep.Who => [(nameof(answers.IsForSelf), answers.IsForSelf is null ? "Choose who the form is about" : null)],
        JoinStep.Child =>
        [
            (nameof(answers.ChildGiven), people.NameProblem(answers.ChildGiven)), (nameof(answers.ChildFamily), people.NameProblem(answers.ChildFamily)),
            (nameof(answers.BornOn), RegisterAges.Problem(answers.BornOn, clock.Today())),
            (nameof(answers.BornOn), answers.IsForSelf == true && answers.BornOn > clock.Today().AddYears(-RegisterAges.YoungestAlone) ? "You can join by yourself from 13 on. Ask a parent or carer to do it for you" : null),
        ],
        JoinStep.Home =>
        [
            (nameof(answers.Street), answers.Street.Length == 0 ? "Write the house and the street" : TooLong(answers.Street)),
            (nameof(answers.Town), answers.Town.Length == 0 ? "Write the town" : TooLong(answers.Town)),
            (nameof(answers.Postcode), AreaProblem(answers.Postcode)),
            (nameof(answers.Street), people.ContactProblem(ContactPointKind.Address, Home(answers))),
        ],
        JoinStep.You =>
        [
            (nameof(answers.OwnGiven), people.NameProblem(answers.OwnGiven)), (nameof(answers.OwnFamily), people.NameProblem(answers.OwnFamily)),
            (nameof(answers.Relationship), Relationships.Any(kind => kind.ToString() == answers.Relationship) ? null : "Choose who you are to the child"),
        ],
        JoinStep.Contact => [(nameof(answers.Contact), answers.Contact.Length == 0 ? "Write an e-mail address or a phone number" : people.ContactProblem(KindOf(answers.Contact), answers.Contact))],
        JoinStep.Day => [(nameof(answers.Difficulties), answers.Difficulties.All(one => Enum.TryParse<Difficulty>(one, out var read) && Enum.IsDefined(read)) ? null : "Choose from the list")],
        JoinStep.School =>
        [
            (nameof(answers.School), TooLong(answers.School)), (nameof(answers.Wanted), TooLong(answers.Wanted)),
            (nameof(answers.Help), answers.Help.Length == 0 || (Enum.TryParse<SchoolHelp>(answers.Help, out var help) && Enum.IsDefined(help)) ? null : "Choose from the list"),
        ],
        _ => [],
    };

    public static ContactPointKind KindOf(string contact) => contact.Contains('@', StringComparison.Ordinal) ? ContactPointKind.Email : ContactPointKind.Phone;

    public static string Home(JoinAnswers answers) => $"{answers.Street}\n{answers.Town}\n{answers.Postcode}";

    private static string? TooLong(string text) => text.Length > JoinAnswers.MaximumText ? $"Write {JoinAnswers.MaximumText} letters or fewer" : null;
}
