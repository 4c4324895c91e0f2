using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Reviews, changes, moves to another phase, another council or another health board, and the end of a plan.</summary>
internal static class ReviewRules
{
    private const string Devon = "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)";

    private static readonly IReadOnlyList<EventKind> LastReview = [FinalSent, ReviewDecidedToKeep, AmendmentServed];
    private static readonly IReadOnlyList<EventKind> Decided = [ReviewDecidedToKeep, AmendmentServed, DecidedToCease];

    public static readonly IReadOnlyList<Rule> All =
    [
        new("R01", "Complete the review: say what was decided", RuleKind.Law, Actors.Council, "Children and Families Act 2014, s44(1): each period of 12 months starting with the plan or the last review",
            [new Arm(LastReview, [new Step(Unit.MonthsBeginningWith, 12)])], Decided),
        new("R01M", "Hold the review meeting, so that the decision is in time", RuleKind.Guidance, Actors.Setting, "SEND Code of Practice 2015, 9.169 and 9.176",
            [new Arm(LastReview, [new Step(Unit.MonthsBeginningWith, 12), new Step(Unit.DaysBefore, 28)])], [ReviewMeetingHeld])
        { FallsAwayWith = Decided },
        new("R02", "Send schools the list of reviews that are due", RuleKind.Guidance, Actors.Council, "SEND Code of Practice 2015, 9.172: 2 weeks before term",
            [Arm.Of(TermBegins, Unit.DaysBefore, 14)], [ReviewListSent]),
        new("R03", "Invite everybody to the review", RuleKind.Law, Actors.Setting, "SEND Regulations 2014, reg 20(3)",
            [Arm.Of(ReviewMeetingSet, Unit.DaysBefore, 14)], [ReviewInvited]),
        new("R04", "Send the reports to everybody who is invited", RuleKind.Law, Actors.Setting, "SEND Regulations 2014, reg 20(4)",
            [Arm.Of(ReviewMeetingSet, Unit.DaysBefore, 14)], [ReviewPapersSent]),
        new("R05", "Send the report of the meeting", RuleKind.Law, Actors.Setting, "SEND Regulations 2014, reg 20",
            [Arm.Of(ReviewMeetingHeld, Unit.WeeksOf, 2)], [ReviewReportSent]),
        new("R06", "Decide whether to keep, change or end the plan, and say so", RuleKind.Law, Actors.Council, "SEND Regulations 2014, regs 20(10) and 21",
            [Arm.Of(ReviewMeetingHeld, Unit.WeeksOf, 4)], Decided),
        new("R07", "Send the proposed changes with the plan and the evidence", RuleKind.Law, Actors.Council, $"SEND Regulations 2014, reg 22(2)(a); {Devon}",
            [Arm.Of(ReviewMeetingHeld, Unit.WeeksOf, 4)], [AmendmentServed])
        { FallsAwayWith = [ReviewDecidedToKeep, DecidedToCease] },
        new("R08", "Answer the proposed changes", RuleKind.Law, Actors.Family, "SEND Regulations 2014, reg 22(2)(c): at least 15 days beginning with the day of service",
            [Arm.Of(AmendmentServed, Unit.DaysBeginningWith, 15)], [AmendmentAnswered])
        { FallsAwayWith = [AmendedFinalSent, DecidedNotToAmend] },
        new("R09", "Send the changed final plan", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 22(3)",
            [Arm.Of(AmendmentServed, Unit.WeeksOf, 8)], [AmendedFinalSent])
        { FallsAwayWith = [DecidedNotToAmend] },
        new("R10", "Send the changed final plan, counted from the meeting", RuleKind.Law, Actors.Council, Devon,
            [Arm.Of(ReviewMeetingHeld, Unit.WeeksOf, 12)], [AmendedFinalSent])
        { FallsAwayWith = [ReviewDecidedToKeep, DecidedToCease, DecidedNotToAmend] },
        new("R11", "Say that the plan will not be changed after all", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 22(4)",
            [Arm.Of(AmendmentServed, Unit.WeeksOf, 8)], [DecidedNotToAmend])
        { FallsAwayWith = [AmendedFinalSent] },
        new("R12", "Think about an early review of a child under five", RuleKind.Guidance, Actors.Council, "SEND Code of Practice 2015, 9.178: every 3 to 6 months",
            [new Arm(LastReview, [new Step(Unit.MonthsOf, 3)])], [ReviewMeetingHeld, .. Decided])
        { OnlyUnderAge = 5 },
        new("R12L", "Review of a child under five, at the latest", RuleKind.Guidance, Actors.Council, "SEND Code of Practice 2015, 9.178: every 3 to 6 months",
            [new Arm(LastReview, [new Step(Unit.MonthsOf, 6)])], [ReviewMeetingHeld, .. Decided])
        { OnlyUnderAge = 5 },
        Moves("R14", "Change the plan before the move to another phase of school", PhaseTransfer, "reg 18(1)(b): before 15 February", new Step(Unit.DayBefore, 215)),
        Moves("R15", "Change the plan before the move from school to post-16", PostSixteenTransfer, "reg 18(1)(a): before 31 March", new Step(Unit.DayBefore, 331)),
        Moves("R16", "Change the plan before the move from one post-16 place to another", PostSixteenMove, "reg 18(2): at least 5 months before", new Step(Unit.MonthsBefore, 5)),
        Meeting("R14M", PhaseTransfer, 215),
        Meeting("R15M", PostSixteenTransfer, 331),
        new("R19", "Hand the plan over to the new council", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 15(2): 15 working days beginning with the day it knew",
            [Arm.Of(MoveLearned, Unit.WorkingDaysBeginningWith, 15)], [PlanTransferredOut]),
        new("R20", "Tell the family what happens to the plan that came with them", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 15(4)",
            [Arm.Of(PlanTransferredIn, Unit.WeeksOf, 6)], [FamilyTold]),
        new("R21", "Review the plan that came from another council", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 15(5): 12 months of the plan or last review, or 3 months of the transfer, whichever is later",
            [Arm.Of(PlanTransferredIn, Unit.MonthsBeginningWith, 3), new Arm(LastReview, [new Step(Unit.MonthsBeginningWith, 12)]) { IsEarlier = true }], Decided),
        new("R22", "Tell the new health board", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 16: 15 working days",
            [Arm.Of(HealthBoardMoveLearned, Unit.WorkingDaysBeginningWith, 15)], [HealthBoardTold]),
        new("R23", "End the plan, not before the time to appeal is over", RuleKind.Law, Actors.Council, "Children and Families Act 2014, s45(4)",
            [new Arm([DecidedToCease], [new Step(Unit.MonthsOf, 2), new Step(Unit.TribunalDay, 0)])], [])
        { IsEarliest = true, FallsAwayWith = [Appealed] },
    ];

    private static Rule Moves(string code, string name, EventKind from, string source, Step step) =>
        new(code, name, RuleKind.Law, Actors.Council, $"SEND Regulations 2014, {source}", [new Arm([from], [step])], [AmendedFinalSent]);

    /// <summary>12 weeks before the last safe day: a meeting after it cannot be carried through in time.</summary>
    private static Rule Meeting(string code, EventKind from, int before) =>
        new(code, "Hold the review meeting before the move", RuleKind.Practice, Actors.Setting, $"Practice: 12 weeks before the limit of {code[..3]}",
            [new Arm([from], [new Step(Unit.DayBefore, before), new Step(Unit.DaysBefore, 84)])], [ReviewMeetingHeld])
        { FallsAwayWith = [AmendedFinalSent] };
}
