namespace Medway.LocalOffer.Platform.Security;

/// <summary>
/// Role names, decided once for every module (blueprint §12.13; back-office Appendix B). The accounts module hands them out. Stored: a name
/// that changes needs a migration.
/// </summary>
public static class Roles
{
    // People who run the service.
    public const string PlatformAdministrator = "Platform administrator";
    public const string DataProtectionOfficer = "Data protection officer";
    public const string Analyst = "Analyst";

    // The public site.
    public const string LocalOfferOfficer = "Local Offer officer";
    public const string Author = "Author";
    public const string Editor = "Editor";
    public const string Publisher = "Publisher";
    public const string EmergencyPublisher = "Emergency publisher";
    public const string PanelLead = "Panel lead";
    public const string Moderator = "Moderator";
    public const string ComplaintsOfficer = "Complaints officer";
    public const string Provider = "Provider";

    // Children and families.
    public const string EhcCoordinator = "EHC coordinator";
    public const string TeamManager = "Team manager";
    public const string DutyLead = "Duty and safety lead";
    public const string SafeguardingLead = "Safeguarding lead";
    public const string AdviceGiver = "Advice-giver";
    public const string RegisterOfficer = "Register officer";

    // The partnership.
    public const string HeadOfSend = "Head of SEND";
    public const string AssistantDirector = "Assistant director";
    public const string ProgrammeOffice = "Programme office";
    public const string BoardMember = "Board member";
    public const string PartnerGuest = "Partner guest";

    // A family's own sign-in. Never handed out by an administrator.
    public const string FamilyParty = "Family party";
    public const string YoungPerson = "Young person";
    public const string Supporter = "Supporter";

    /// <summary>Held for an hour, for one person's record, by somebody who gave a reason. A permission that lists it can be reached so; nothing else can.</summary>
    public const string BreakGlass = "Break-glass";

    /// <summary>Roles that can see people: their holders sign in with a second factor, always.</summary>
    public static readonly IReadOnlySet<string> SeePeople = new HashSet<string>(StringComparer.Ordinal)
    {
        EhcCoordinator, TeamManager, DutyLead, SafeguardingLead, AdviceGiver, RegisterOfficer, ComplaintsOfficer, HeadOfSend, AssistantDirector,
        DataProtectionOfficer, PlatformAdministrator, PanelLead, Moderator,
    };

    /// <summary>Roles whose work is never one team's or one section's: they are given without a limit or not at all.</summary>
    public static readonly IReadOnlySet<string> NeverLimited = new HashSet<string>(StringComparer.Ordinal)
    {
        PlatformAdministrator, DataProtectionOfficer, Analyst, ProgrammeOffice, BoardMember, PartnerGuest,
    };

    /// <summary>Roles an administrator hands out, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> OfStaff =
    [
        LocalOfferOfficer, Author, Editor, Publisher, EmergencyPublisher, PanelLead, Moderator, ComplaintsOfficer,
        EhcCoordinator, TeamManager, DutyLead, SafeguardingLead, AdviceGiver, RegisterOfficer,
        HeadOfSend, AssistantDirector, ProgrammeOffice, BoardMember, PartnerGuest,
        Analyst, DataProtectionOfficer, PlatformAdministrator,
    ];

    /// <summary>Roles of a family's own sign-in.</summary>
    public static readonly IReadOnlyList<string> OfFamilies = [FamilyParty, YoungPerson, Supporter];
}
