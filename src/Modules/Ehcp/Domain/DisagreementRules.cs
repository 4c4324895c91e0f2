using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Mediation, appeals, and what the council must do after the Tribunal has decided or when it does not oppose.</summary>
internal static class DisagreementRules
{
    private const string Orders = "SEND Regulations 2014, reg 44(2)";
    private const string Unopposed = "SEND Regulations 2014, reg 45";

    /// <summary>Every decision that can be appealed.</summary>
    private static readonly IReadOnlyList<EventKind> Decisions =
        [DecidedNotToAssess, DecidedNotToIssue, DecidedNotToReassess, FinalSent, AmendedFinalSent, ReviewDecidedToKeep, DecidedNotToAmend, DecidedToCease];

    private static readonly IReadOnlyList<ExceptionGround> AfterTribunal =
        [ExceptionGround.AwayTwoWeeksAfterTribunal, ExceptionGround.PersonalCircumstances, ExceptionGround.RepresentationsAfterTribunal];

    public static readonly IReadOnlyList<Rule> All =
    [
        new("T20", "Get in touch with a mediation adviser", RuleKind.Law, Actors.Family, "SEND Regulations 2014, reg 33: not needed when only the placement is appealed",
            [new Arm(Decisions, [new Step(Unit.MonthsOf, 2)])], [MediationAsked, MediationDeclined, MediationCertificate]),
        new("T21", "Give the certificate", RuleKind.Law, Actors.Mediator, "SEND Regulations 2014, reg 34: 3 working days of being told",
            [Arm.Of(MediationDeclined, Unit.WorkingDaysOf, 3)], [MediationCertificate]),
        new("T22", "Meet for mediation, or have the certificate", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 36",
            [Arm.Of(MediationAsked, Unit.DaysOf, 30)], [MediationHeld, MediationCertificate]),
        new("T23", "Appeal to the Tribunal", RuleKind.Law, Actors.Family,
            "Tribunal Procedure (HESC) Rules 2008, rules 12 and 20: 2 months from the decision letter or 1 month from the certificate, whichever is later",
            [new Arm(Decisions, [new Step(Unit.MonthsOf, 2)]), Arm.Of(MediationCertificate, Unit.MonthsOf, 1)], [Appealed])
        { Then = [new Step(Unit.TribunalDay, 0)] },
        new("T24", "Answer the Tribunal’s recommendations", RuleKind.Law, Actors.Council, "SEND (First-tier Tribunal Recommendations Power) Regulations 2017",
            [Arm.Of(RecommendationReceived, Unit.WeeksOf, 5)], [RecommendationAnswered]),

        Order("T25", "Tell the family that the assessment begins, after an order", OrderToAssess, Unit.WeeksOf, 2, [DecidedToAssess, DecidedToReassess], Orders),
        Order("T25N", "Say that there will be no plan, after an order to assess", OrderToAssess, Unit.WeeksOf, 10, [DecidedNotToIssue], Orders, [DraftServed, FinalSent]),
        Order("T25F", "Send the final plan, after an order to assess", OrderToAssess, Unit.WeeksOf, 14, [FinalSent, AmendedFinalSent], Orders, [DecidedNotToIssue]),
        Order("T26", "Send the draft plan, after an order to make one", OrderToMakePlan, Unit.WeeksOf, 5, [DraftServed], Orders),
        Order("T26F", "Send the final plan, after an order to make one", OrderToMakePlan, Unit.WeeksOf, 11, [FinalSent], Orders),
        Order("T27", "Send the changed plan, after an order", OrderToAmend, Unit.WeeksOf, 5, [AmendedFinalSent], Orders),
        Order("T28", "Change the school or college, after an order", OrderToChangePlacement, Unit.WeeksOf, 2, [PlacementChanged, AmendedFinalSent], Orders),
        Order("T29", "Carry on with the plan, or end it, at once", OrderToContinue, Unit.DaysOf, 0, [OrderCarriedOut], Orders),

        Order("T30", "Tell the family that the assessment begins, unopposed", UnopposedAssessment, Unit.WeeksOf, 2, [DecidedToAssess, DecidedToReassess], Unopposed),
        Order("T30N", "Say that there will be no plan, after an unopposed appeal", UnopposedAssessment, Unit.WeeksOf, 10, [DecidedNotToIssue], Unopposed, [DraftServed, FinalSent]),
        Order("T30F", "Send the final plan, after an unopposed appeal", UnopposedAssessment, Unit.WeeksOf, 14, [FinalSent, AmendedFinalSent], Unopposed, [DecidedNotToIssue]),
        Order("T30D", "Send the draft plan, unopposed", UnopposedPlan, Unit.WeeksOf, 5, [DraftServed], Unopposed),
        Order("T30P", "Send the final plan, unopposed", UnopposedPlan, Unit.WeeksOf, 11, [FinalSent], Unopposed),
        Order("T30A", "Send the changed plan, unopposed", UnopposedAmendment, Unit.WeeksOf, 5, [AmendedFinalSent], Unopposed),
        Order("T30S", "Change the school or college, unopposed", UnopposedPlacement, Unit.WeeksOf, 2, [PlacementChanged, AmendedFinalSent], Unopposed),
    ];

    private static Rule Order(
        string code, string name, EventKind from, Unit unit, int number, IReadOnlyList<EventKind> metBy, string source, IReadOnlyList<EventKind>? fallsAwayWith = null) =>
        new(code, name, RuleKind.Law, Actors.Council, source, [Arm.Of(from, unit, number)], metBy) { Exceptions = AfterTribunal, FallsAwayWith = fallsAwayWith ?? [] };
}
