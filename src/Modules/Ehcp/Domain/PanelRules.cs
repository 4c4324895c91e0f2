namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Stored.</summary>
internal enum PanelKind
{
    /// <summary>Hears requests, and says whether to assess.</summary>
    Stage1,

    /// <summary>Reads the advice, and says whether there will be a plan.</summary>
    Stage2,

    /// <summary>Once a month: what several agencies can only do together. It decides nothing of the law.</summary>
    ComplexNeeds,
}

/// <summary>Who sends somebody to a panel. Stored.</summary>
internal enum PanelAgency
{
    SendTeam,
    Education,
    EducationalPsychology,
    Health,
    SocialCare,
    Other,
}

/// <summary>What a panel said of one request. Stored.</summary>
internal enum PanelOutcome
{
    Assess,
    DoNotAssess,
    MakePlan,
    DoNotMakePlan,
    Discussed,

    /// <summary>Something was missing. It comes back, and no clock stops.</summary>
    ComesBack,
}

/// <summary>What stood for somebody at a panel.</summary>
internal sealed record Attendee(PanelAgency Agency, string Who);

/// <summary>A panel is never one officer alone, and it decides through the events of the record and no other way.</summary>
internal static class PanelRules
{
    public const int FewestAgencies = 2;

    /// <summary>Why these people are no panel, in words; null when they are.</summary>
    public static string? Problem(IReadOnlyList<Attendee> attendees)
    {
        if (attendees.Select(one => one.Agency).Distinct().Count() < FewestAgencies)
        {
            return "A panel is never one officer or one agency alone. Write who came, from at least two agencies";
        }

        return attendees.Select(one => one.Who).Distinct(StringComparer.OrdinalIgnoreCase).Count() < attendees.Count
            ? "The same name stands there twice. Write each person once, with the agency that sent them"
            : null;
    }

    public static IReadOnlyList<PanelOutcome> OutcomesOf(PanelKind kind) => kind switch
    {
        PanelKind.Stage1 => [PanelOutcome.Assess, PanelOutcome.DoNotAssess, PanelOutcome.ComesBack],
        PanelKind.Stage2 => [PanelOutcome.MakePlan, PanelOutcome.DoNotMakePlan, PanelOutcome.ComesBack],
        _ => [PanelOutcome.Discussed, PanelOutcome.ComesBack],
    };

    /// <summary>Stages in which a request can be put on such a panel.</summary>
    public static IReadOnlyList<Stage> StagesFor(PanelKind kind) => kind switch
    {
        PanelKind.Stage1 => [Stage.Asked, Stage.DecidingWhetherToAssess],
        PanelKind.Stage2 => [Stage.GatheringAdvice, Stage.DecidingAboutAPlan],
        _ => [.. Enum.GetValues<Stage>().Where(stage => !Stages.IsOver(stage))],
    };

    /// <summary>The event of the record that this outcome is; null when the law knows none.</summary>
    public static EventKind? EventOf(PanelOutcome outcome) => outcome switch
    {
        PanelOutcome.Assess => EventKind.DecidedToAssess,
        PanelOutcome.DoNotAssess => EventKind.DecidedNotToAssess,
        PanelOutcome.MakePlan => EventKind.DecidedToIssue,
        PanelOutcome.DoNotMakePlan => EventKind.DecidedNotToIssue,
        _ => null,
    };

    /// <summary>The limit of the law is kept when the family has been told, not when the panel has met (SEND Regulations 2014, regs 5(1) and 10(1)).</summary>
    public static bool IsToldToTheFamily(PanelOutcome outcome) => outcome is PanelOutcome.Assess or PanelOutcome.DoNotAssess or PanelOutcome.DoNotMakePlan;
}
