namespace Medway.LocalOffer.Improvement.Domain;

internal enum MatterKind
{
    Risk,
    Dependency,
    Decision,
    Challenge,
    Escalation,
}

/// <summary>Whom the board may turn to, as the plan's governance says.</summary>
internal enum EscalationRoute
{
    IntegratedCareBoard,
    Cabinet,
    ScrutinyCommittee,
    HealthAndWellbeingBoard,
    SafeguardingPartnership,
    SendPartnershipBoard,
}

internal static class MatterWords
{
    public static string Of(MatterKind kind) => kind switch
    {
        MatterKind.Risk => "Risk",
        MatterKind.Dependency => "Dependency",
        MatterKind.Decision => "Decision",
        MatterKind.Challenge => "Challenge",
        _ => "Escalation",
    };

    /// <summary>What it is, for whoever chooses.</summary>
    public static string HintOf(MatterKind kind) => kind switch
    {
        MatterKind.Risk => "Something that may go wrong",
        MatterKind.Dependency => "One part waits for another",
        MatterKind.Decision => "The board has to decide",
        MatterKind.Challenge => "Somebody asks the partnership to explain, or to do it another way",
        _ => "The board asks somebody above it",
    };

    public static string Of(EscalationRoute route) => route switch
    {
        EscalationRoute.IntegratedCareBoard => "NHS Kent and Medway Integrated Care Board",
        EscalationRoute.Cabinet => "Cabinet of the council",
        EscalationRoute.ScrutinyCommittee => "Overview and scrutiny committee",
        EscalationRoute.HealthAndWellbeingBoard => "Health and Wellbeing Board",
        EscalationRoute.SafeguardingPartnership => "Safeguarding partnership",
        _ => "SEND Partnership Board",
    };
}
