using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>From the request to the final plan: Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), and what stands beside them.</summary>
internal static class AssessmentRules
{
    private static readonly IReadOnlyList<ExceptionGround> ToD =
        [ExceptionGround.SchoolClosed, ExceptionGround.EarlyYearsClosed, ExceptionGround.PersonalCircumstances, ExceptionGround.AwayFromTheArea];

    public static readonly IReadOnlyList<Rule> All =
    [
        new("T02", "Decide whether to assess, and say so", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 5(1)",
            [Arm.Of(RequestReceived, Unit.WeeksOf, 6)], [DecidedToAssess, DecidedNotToAssess])
        { Exceptions = ToD, FallsAwayWith = [PlanTransferredIn] },
        new("T04", "Give advice", RuleKind.Law, Actors.Adviser, "SEND Regulations 2014, reg 8",
            [Arm.Of(AdviceRequested, Unit.WeeksOf, 6)], [AdviceReceived])
        { Exceptions = [ExceptionGround.PersonalCircumstances, ExceptionGround.AwayFromTheArea, ExceptionGround.AppointmentMissed], FallsAwayWith = [FinalSent, DecidedNotToIssue] },
        new("T05", "Say that there will be no plan, if there will be none", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 10(1)",
            [Arm.Of(RequestReceived, Unit.WeeksOf, 16)], [DecidedNotToIssue])
        { Exceptions = ToD, FallsAwayWith = [DecidedNotToAssess, DecidedToIssue, DraftServed, FinalSent, PlanTransferredIn] },
        new("T06", "Send the draft plan, so that 20 weeks can be kept", RuleKind.Practice, Actors.Council, "Practice: week 14; no limit in law (Children and Families Act 2014, s38)",
            [Arm.Of(RequestReceived, Unit.WeeksOf, 14)], [DraftServed])
        { FallsAwayWith = [DecidedNotToAssess, DecidedNotToIssue, FinalSent, PlanTransferredIn] },
        new("T06L", "Send the draft plan at the latest", RuleKind.Practice, Actors.Council, "Practice: week 16; no limit in law (Children and Families Act 2014, s38)",
            [Arm.Of(RequestReceived, Unit.WeeksOf, 16)], [DraftServed])
        { FallsAwayWith = [DecidedNotToAssess, DecidedNotToIssue, FinalSent, PlanTransferredIn] },
        new("T07", "Answer the draft plan", RuleKind.Law, Actors.Family, "SEND Regulations 2014, reg 13(1)(a): at least 15 days beginning with the day of service",
            [Arm.Of(DraftServed, Unit.DaysBeginningWith, 15)], [DraftAnswered])
        { FallsAwayWith = [FinalSent] },
        new("T07E", "Send the final plan without an answer to the draft, not before", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 13(1)(a)",
            [new Arm([DraftServed], [new Step(Unit.DaysBeginningWith, 15), new Step(Unit.DaysOf, 1)])], [FinalSent])
        { IsEarliest = true, FallsAwayWith = [DraftAnswered] },
        new("T08", "Answer whether the school or college can meet the needs", RuleKind.Guidance, Actors.Setting, "SEND Code of Practice 2015, 9.83",
            [Arm.Of(SettingConsulted, Unit.DaysOf, 15)], [SettingReplied])
        { FallsAwayWith = [FinalSent, AmendedFinalSent] },
        new("T09", "Send the final plan", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 13(2)",
            [Arm.Of(RequestReceived, Unit.WeeksOf, 20)], [FinalSent])
        { Exceptions = ToD, FallsAwayWith = [DecidedNotToAssess, DecidedNotToIssue, PlanTransferredIn] },
        new("R17", "Decide whether to assess again, and say so", RuleKind.Law, Actors.Council, "SEND Regulations 2014, regs 24 and 25",
            [Arm.Of(ReassessmentRequested, Unit.DaysOf, 15)], [DecidedToReassess, DecidedNotToReassess]),
        new("R18", "Send the final plan after assessing again", RuleKind.Law, Actors.Council, "SEND Regulations 2014, reg 27(2)",
            [Arm.Of(DecidedToReassess, Unit.WeeksOf, 14)], [FinalSent, AmendedFinalSent])
        { Exceptions = ToD },
    ];
}
