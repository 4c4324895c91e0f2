using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features.Plans;

/// <summary>Sections of a plan and answers to it, as staff and as families read them.</summary>
internal static class PlanWords
{
    public static readonly IReadOnlyList<Choice> Replies = Choice.OfAll<PlanReply>(Of);

    public static readonly IReadOnlyList<Choice> ProvisionParts = [.. PlanRules.Provision.Select(part => new Choice($"{part}", $"{part}: {Of(part)}"))];

    /// <summary>Whoever gives help; the family gives none of the plan’s.</summary>
    public static readonly IReadOnlyList<Choice> Deliverers =
        [.. Enum.GetValues<Adviser>().Where(adviser => adviser != Adviser.Family).Select(adviser => new Choice($"{adviser}", EhcpWords.Of(adviser)))];

    /// <summary>SEND Regulations 2014, reg 12.</summary>
    public static string Of(PlanPart part) => part switch
    {
        PlanPart.A => "Views, interests and aspirations",
        PlanPart.B => "Special educational needs",
        PlanPart.C => "Health needs",
        PlanPart.D => "Social care needs",
        PlanPart.E => "Outcomes",
        PlanPart.F => "Special educational provision",
        PlanPart.G => "Health provision",
        PlanPart.H1 => "Social care provision under the Chronically Sick and Disabled Persons Act 1970",
        PlanPart.H2 => "Other social care provision",
        PlanPart.I => "School, college or type of it",
        PlanPart.J => "Personal budget",
        _ => "Advice and information",
    };

    /// <summary>What the section is, for families.</summary>
    public static string ForFamily(PlanPart part) => part switch
    {
        PlanPart.A => "What you and your child think, like and hope for",
        PlanPart.B => "What your child needs help with to learn",
        PlanPart.C => "Health needs",
        PlanPart.D => "Needs at home and in daily life",
        PlanPart.E => "What should get better, and by when",
        PlanPart.F => "The help to learn",
        PlanPart.G => "The help from health",
        PlanPart.H1 => "The help from social care, by a law of 1970",
        PlanPart.H2 => "Other help from social care",
        PlanPart.I => "The school or college",
        PlanPart.J => "Money that you look after yourselves",
        _ => "The advice behind the plan",
    };

    public static string Of(PlanReply reply) => reply switch
    {
        PlanReply.Agrees => "It is right as it is",
        PlanReply.WantsChanges => "I would like changes",
        _ => "I have nothing to say",
    };

    /// <summary>What a text is, for families; null is still being written.</summary>
    public static string Of(EventKind? sentAs) => sentAs switch
    {
        EventKind.DraftServed => "Draft plan",
        EventKind.FinalSent => "Final plan",
        EventKind.AmendmentServed => "Proposed changes",
        EventKind.AmendedFinalSent => "Changed final plan",
        _ => "Being written",
    };
}
