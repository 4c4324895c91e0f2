using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Register;

/// <summary>Back-office Appendix B, "Register".</summary>
internal static class RegisterPermissions
{
    public const string ReadName = "register.entries.read";
    public const string KeepName = "register.entries.keep";
    public const string PlanName = "register.planning.read";
    public const string PublishName = "register.numbers.publish";
    public const string ImportName = "register.old-register.import";
    public const string MailName = "register.mailings.send";
    public const string ShareName = "register.shares.give";
    public const string DecideShareName = "register.shares.decide";
    public const string RetainName = "register.retention.run";
    public const string OwnName = "register.own-entries.read";
    public const string SayName = "register.own-consents.say";

    public static readonly Permission Read = new(ReadName, "See who is on the register of disabled children, and what they agreed to", Roles.RegisterOfficer);

    public static readonly Permission Keep = new(KeepName, "Enter an application, check it, put it live and end it", Roles.RegisterOfficer);

    /// <summary>Aggregates: "Analyst", "Board member / MPCF" and whoever keeps the register.</summary>
    public static readonly Permission Plan = new(
        PlanName, "See the register of disabled children in numbers, without any name", Roles.RegisterOfficer, Roles.Analyst, Roles.BoardMember, Roles.PartnerGuest);

    public static readonly Permission Publish = new(PublishName, "Publish the numbers of the register, once a quarter", Roles.RegisterOfficer);

    public static readonly Permission Own = new(OwnName, "See one’s own entry on the register", [.. Roles.OfFamilies]) { HoldsWithALimit = true };

    public static readonly Permission Say = new(SayName, "Say yes or no to uses of one’s own entry, confirm it and leave", Roles.FamilyParty, Roles.YoungPerson) { HoldsWithALimit = true };

    public static readonly Permission Import = new(ImportName, "Load the old register, and write to the families on it", Roles.RegisterOfficer);

    public static readonly Permission Mail = new(MailName, "Write mailings to families on the register, and send those of others", Roles.RegisterOfficer);

    public static readonly Permission Share = new(ShareName, "Give lists of the register to whom families said yes to, and ask to share without a yes", Roles.RegisterOfficer);

    public static readonly Permission DecideShare = new(
        DecideShareName, "Decide about sharing an entry of the register without a yes, when somebody else asked for it", Roles.RegisterOfficer, Roles.DutyLead, Roles.SafeguardingLead);

    public static readonly Permission Retain = new(
        RetainName, "See which entries of the register were kept long enough, ask that they are erased, and decide when somebody else asked", Roles.RegisterOfficer, Roles.DataProtectionOfficer);

    public static readonly IReadOnlyList<Permission> All = [Read, Keep, Import, Mail, Share, DecideShare, Retain, Plan, Publish, Own, Say];
}
