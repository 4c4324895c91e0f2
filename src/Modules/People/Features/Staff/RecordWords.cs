using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.People.Features.Staff;

/// <summary>States and kinds in the words that staff read.</summary>
internal static class RecordWords
{
    public static readonly IReadOnlyList<Choice> PersonKinds =
    [
        new(nameof(PersonKind.Child), "A child or young person", "From birth to 25"), new(nameof(PersonKind.Adult), "A parent, carer or other of the family"),
        new(nameof(PersonKind.Professional), "Somebody who works with the child", "A social worker, an advocate"),
    ];

    public static readonly IReadOnlyList<Choice> ContactKinds =
        [new(nameof(ContactPointKind.Email), "An e-mail address"), new(nameof(ContactPointKind.Phone), "A phone"), new(nameof(ContactPointKind.Address), "A postal address")];

    public static readonly IReadOnlyList<Choice> RelationshipKinds = Choice.OfAll<RelationshipKind>(Of);

    public static readonly IReadOnlyList<Choice> RestrictionKinds = Choice.OfAll<RestrictionKind>(Of);

    public static readonly IReadOnlyList<Choice> YesNo = [new("True", "Yes"), new("False", "No")];

    public static string Of(PersonKind kind) => PersonKinds.Single(choice => choice.Value == kind.ToString()).Text;

    public static string Of(ContactPointKind kind) => kind switch
    {
        ContactPointKind.Email => "E-mail",
        ContactPointKind.Phone => "Phone",
        _ => "Address",
    };

    public static string Of(ContactState state) => state switch
    {
        ContactState.Verified => "Checked",
        ContactState.Bounced => "Bounced: nothing arrives",
        ContactState.Returned => "A letter came back",
        ContactState.Ended => "Not used any more",
        _ => "Not checked yet",
    };

    public static string Of(RelationshipKind kind) => kind switch
    {
        RelationshipKind.Parent => "Parent by birth",
        RelationshipKind.AdoptiveParent => "Parent by adoption",
        RelationshipKind.StepParent => "Step-parent",
        RelationshipKind.SpecialGuardian => "Special guardian",
        RelationshipKind.FosterCarer => "Foster carer",
        RelationshipKind.SocialWorker => "Social worker",
        RelationshipKind.Deputy => "Deputy, by a court",
        _ => kind.ToString(),
    };

    public static string Of(RestrictionKind kind) => kind switch
    {
        RestrictionKind.NoContactOrder => "No-contact order",
        RestrictionKind.ConfidentialAddress => "Confidential address",
        RestrictionKind.Refuge => "Lives in a refuge",
        RestrictionKind.SecretPlacement => "Secret placement",
        RestrictionKind.CareOrder => "Care order: not to birth parents",
        RestrictionKind.AfterAdoption => "After adoption: not to birth parents",
        RestrictionKind.SpecialGuardianship => "Special guardianship: not to parents",
        _ => "Young person, 16 or older, refuses a copy",
    };

    public static string Responsibility(RelationshipRecord relationship) => relationship switch
    {
        { HasResponsibility: false } => "No parental responsibility",
        { ResponsibilityFrom: null, ResponsibilityTo: null } => "Parental responsibility",
        _ => $"Parental responsibility {Span(relationship.ResponsibilityFrom, relationship.ResponsibilityTo)}",
    };

    /// <summary>"Agreed on 3 March 2026"; empty when they have not.</summary>
    public static string Agreed(RelationshipRecord relationship) => relationship.AgreedOn is { } day ? $"The young person agreed on {day.Short()}" : "";

    public static string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } first, null) => $"from {first.Short()}",
        (null, { } last) => $"until {last.Short()}",
        ({ } first, { } last) => $"from {first.Short()} until {last.Short()}",
    };
}
