using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>Panels, screening, meetings after a no and chasing, as staff read them.</summary>
internal static class PanelWords
{
    public static readonly IReadOnlyList<Choice> Kinds = Choice.OfAll<PanelKind>(Of);

    public static readonly IReadOnlyList<Choice> ScreeningOutcomes = Choice.OfAll<ScreeningOutcome>(Of);

    public static readonly IReadOnlyList<Choice> WaysForward = Choice.OfAll<WayForward>(Of);

    public static readonly IReadOnlyList<Choice> WaysOfChasing = Choice.OfAll<ChasedBy>(Of);

    public static string Of(PanelKind kind) => kind switch
    {
        PanelKind.Stage1 => "Stage 1 panel: whether to assess",
        PanelKind.Stage2 => "Stage 2 panel: whether to make a plan",
        _ => "Monthly panel for complex needs",
    };

    public static string Of(PanelAgency agency) => agency switch
    {
        PanelAgency.SendTeam => "The council’s SEND team",
        PanelAgency.Education => "Schools, colleges and early years",
        PanelAgency.EducationalPsychology => "Educational psychology",
        PanelAgency.Health => "Health",
        PanelAgency.SocialCare => "Social care",
        _ => "Somebody else",
    };

    public static string Of(PanelOutcome outcome) => outcome switch
    {
        PanelOutcome.Assess => "Assess",
        PanelOutcome.DoNotAssess => "Do not assess",
        PanelOutcome.MakePlan => "Make a plan",
        PanelOutcome.DoNotMakePlan => "Make no plan",
        PanelOutcome.Discussed => "Discussed, and advice given",
        _ => "Comes back: something was missing",
    };

    public static string Of(ScreeningOutcome outcome) => outcome switch
    {
        ScreeningOutcome.ReadyForPanel => "Ready for the panel",
        ScreeningOutcome.MoreAskedFor => "More was asked for; the clock runs on",
        _ => "Another council is responsible",
    };

    public static string Of(WayForward state) => state switch
    {
        WayForward.Planned => "Planned",
        WayForward.Held => "Held",
        _ => "The family does not want one",
    };

    public static string Of(ChasedBy how) => how switch
    {
        ChasedBy.Phone => "By phone",
        ChasedBy.Email => "By e-mail",
        _ => "In a meeting",
    };
}
