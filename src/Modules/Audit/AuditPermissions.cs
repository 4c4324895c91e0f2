using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Audit;

internal static class AuditPermissions
{
    public const string ReadName = "audit.entries.read";
    public const string ExportName = "audit.entries.export";

    public static readonly Permission Read = new(ReadName, "See who did and who saw what", Roles.DataProtectionOfficer);

    public static readonly Permission Export = new(ExportName, "Save a part of the audit trail as a file", Roles.DataProtectionOfficer);

    public static readonly IReadOnlyList<Permission> All = [Read, Export];
}
