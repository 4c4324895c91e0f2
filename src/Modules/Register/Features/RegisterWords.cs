using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;

namespace Medway.LocalOffer.Register.Features;

/// <summary>Names of states and choices in words.</summary>
internal static class RegisterWords
{
    public static readonly IReadOnlyList<Choice> Difficulties = Choice.OfAll<Difficulty>(Of);

    public static readonly IReadOnlyList<Choice> Helps = Choice.OfAll<SchoolHelp>(Of);

    public static readonly IReadOnlyList<Choice> Evidences = Choice.OfAll<EvidenceKind>(Of);

    public static readonly IReadOnlyList<Choice> Sources = [.. Choice.OfAll<EntrySource>(Of).Where(source => source.Value is not nameof(EntrySource.Web) and not nameof(EntrySource.OldRegister))];

    public static readonly IReadOnlyList<Choice> Relationships = [.. JoinRules.Relationships.Select(kind => new Choice(kind.ToString(), Of(kind)))];

    /// <summary>Those by which an officer hears of it.</summary>
    public static readonly IReadOnlyList<Choice> Channels =
        [new(nameof(ConsentChannel.Phone), "By phone"), new(nameof(ConsentChannel.Paper), "On paper"), new(nameof(ConsentChannel.FaceToFace), "In person")];

    /// <summary>Where the number to call stands.</summary>
    public const string ContactPage = "/services/medway-0-25-disability-team";

    public static readonly IReadOnlyList<Choice> YesNo = [new("yes", "Yes"), new("no", "No")];

    public static string Of(Difficulty difficulty) => difficulty switch
    {
        Difficulty.Mobility => "Walking or moving about",
        Difficulty.HandFunction => "Using their hands",
        Difficulty.PersonalCare => "Washing, dressing or eating",
        Difficulty.Continence => "Using the toilet",
        Difficulty.Communication => "Speaking, or being understood",
        Difficulty.Learning => "Learning new things",
        Difficulty.Hearing => "Hearing",
        Difficulty.Vision => "Seeing",
        Difficulty.Behaviour => "Coping with feelings or with other people",
        Difficulty.Consciousness => "Fits or seizures",
        Difficulty.Autism => "Autism, known or being looked into",
        _ => "Something else",
    };

    public static string Of(SchoolHelp help) => help switch
    {
        SchoolHelp.None => "No extra help",
        SchoolHelp.SendSupport => "Extra help at school (SEND support)",
        SchoolHelp.EhcPlan => "An education, health and care plan (EHC plan)",
        _ => "I would rather not say",
    };

    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.BirthCertificate => "Full birth certificate",
        EvidenceKind.ResponsibilityAgreement => "Parental responsibility agreement",
        EvidenceKind.CourtOrder => "Court order",
        EvidenceKind.AdoptionOrder => "Adoption order",
        EvidenceKind.SpecialGuardianshipOrder => "Special guardianship order",
        _ => "The young person showed who they are",
    };

    public static string Of(EntrySource source) => source switch
    {
        EntrySource.Web => "On the website",
        EntrySource.Paper => "On paper",
        EntrySource.Phone => "By phone",
        EntrySource.OldRegister => "From the old register",
        _ => "At a hub, in person",
    };

    public static string Of(EntryState state) => state switch
    {
        EntryState.Received => "To be checked",
        EntryState.Live => "Live",
        EntryState.Lapsed => "No answer to the yearly check",
        EntryState.Moved => "Moved away",
        EntryState.Died => "Died",
        EntryState.Left => "Left",
        EntryState.Unconfirmed => "Not confirmed: from the old register",
        _ => "Was on the register already",
    };

    public static string Of(ConsentAnswer answer) => answer switch
    {
        ConsentAnswer.Yes => "Yes",
        ConsentAnswer.No => "No",
        ConsentAnswer.Held => "On hold: the people who decide do not agree. Nothing is shared",
        ConsentAnswer.Lapsed => "Ended at a birthday. Nothing is shared until the young person says yes",
        ConsentAnswer.OtherRecipient => "Asked again, because somebody else would get it now. Nothing is shared with them until there is a new yes",
        _ => "Not asked",
    };

    /// <summary>A use in few words, for staff and for a copy of one's data; families are asked in the words of its wording.</summary>
    public static string Of(ConsentPurpose purpose) => purpose.Slug switch
    {
        "news-email" => "News by e-mail",
        "news-post" => "News by post",
        "sms" => "News by text message",
        "consultation-invites" => "Invitations to say what they think",
        "share-parent-forum" => "Name and how to reach them, for the parents’ forum",
        "share-health" => "Sharing with health",
        "share-school" => "Sharing with the school, nursery or college",
        "short-breaks-planning" => "A call from the short breaks team",
        "card-supplier" => "Ordering a card",
        "photos-stories" => "Photos and stories",
        "research" => "Invitations to research",
        _ => "A note for our own staff on what helps",
    };

    /// <summary>The same by what is stored.</summary>
    public static string Use(string? slug) => ConsentPurpose.Of(slug) is { } purpose ? Of(purpose) : "A use that we do not ask about any more";

    /// <summary>What one person said last, after “You said:”.</summary>
    public static string OwnWord(ConsentAnswer word) => word switch
    {
        ConsentAnswer.Yes => "yes",
        ConsentAnswer.No => "no",
        ConsentAnswer.OtherRecipient => "yes, when somebody else would have got it",
        _ => "nothing yet",
    };

    public static string Of(ConsentDecision decision) => decision switch
    {
        ConsentDecision.Yes => "Yes",
        ConsentDecision.No => "No",
        _ => "No, after a yes",
    };

    public static string Of(ConsentChannel channel) => channel == ConsentChannel.Web ? "On the website" : Channels.First(choice => choice.Value == channel.ToString()).Text;

    public static string Of(GiverCapacity capacity) => capacity switch
    {
        GiverCapacity.Parent => "A parent, or somebody with parental responsibility",
        GiverCapacity.YoungPerson => "The young person",
        _ => "A deputy",
    };

    public static string Of(RelationshipKind kind) => kind switch
    {
        RelationshipKind.Parent => "Parent",
        RelationshipKind.AdoptiveParent => "Adoptive parent",
        RelationshipKind.StepParent => "Step-parent",
        RelationshipKind.SpecialGuardian => "Special guardian",
        RelationshipKind.FosterCarer => "Foster carer",
        RelationshipKind.Relative => "Grandparent or other relative",
        _ => "Somebody else",
    };

    public static IReadOnlyList<(string What, string Said)> Of(CodedFacts facts, CodeLists lists) =>
    [
        ("Where the child learns", lists.Words(CodeLists.Setting, facts.Setting)), ("Help used now", lists.Words(CodeLists.Service, facts.ServicesUsed)),
        ("Help wanted", lists.Words(CodeLists.Service, facts.ServicesWanted)),
    ];

    /// <summary>Those that families are asked about, and what this family said before.</summary>
    public static IReadOnlyList<Choice> Asked(IEnumerable<PlanningCode> codes, IReadOnlyCollection<string> said) =>
        [.. codes.Where(code => code.IsAsked || said.Contains(code.Code)).Select(code => new Choice(code.Code, code.Words))];

    /// <returns>A value that no rule accepts when nothing, or nothing we know, was chosen.</returns>
    public static T Chosen<T>(string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var known) && Enum.IsDefined(known) && !int.TryParse(typed, out _) ? known : (T)Enum.ToObject(typeof(T), -1);
}
