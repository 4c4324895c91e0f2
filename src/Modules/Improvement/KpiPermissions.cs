using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement;

/// <summary>Who may look after the numbers. Whoever sees the plan sees them.</summary>
internal static class KpiPermissions
{
    public const string KeepName = "improvement.kpis.keep";

    public static readonly Permission Keep = new(
        KeepName, "Load figures of partners and of England, and write down what numbers mean", Roles.ProgrammeOffice, Roles.HeadOfSend, Roles.AssistantDirector, Roles.Analyst);

    public static readonly IReadOnlyList<Permission> All = [Keep];
}

internal static class KpiAudit
{
    public static readonly AuditEvent Loaded = new("improvement.figures-loaded", "Figures of the improvement plan were loaded from a file");
    public static readonly AuditEvent Defined = new("improvement.kpi-defined", "What a number of the improvement plan means was written down");

    public static readonly IReadOnlyList<AuditEvent> All = [Loaded, Defined];
}
