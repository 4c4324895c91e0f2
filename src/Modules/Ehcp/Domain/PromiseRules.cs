using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>What is promised in working days, and what the improvement plan measures. Never a limit in law.</summary>
internal static class PromiseRules
{
    private const string Plan = "Medway SEND improvement plan 2024";

    public static readonly IReadOnlyList<Rule> All =
    [
        new("P01", "Say that the request is here", RuleKind.Promise, Actors.Council, "Our promise: 1 working day",
            [Arm.Of(RequestReceived, Unit.WorkingDaysOf, 1)], [Acknowledged]),
        new("P02", "Answer the family", RuleKind.Promise, Actors.Council, "Our promise: 3 working days",
            [Arm.Of(ContactReceived, Unit.WorkingDaysOf, 3)], [ContactAnswered]),
        new("L01", "Hear the request at the stage 1 panel (4 in 5 by then)", RuleKind.LocalTarget, Actors.Council, $"{Plan}, 3.4; the law asks for every decision by then",
            [Arm.Of(RequestReceived, Unit.WeeksOf, 6)], [HeardAtPanel])
        { FallsAwayWith = [DecidedToAssess, DecidedNotToAssess, PlanTransferredIn] },
        new("L02", "See an educational psychologist", RuleKind.LocalTarget, Actors.Adviser, $"{Plan}, 3.3: 12 weeks of the decision; the law asks for advice within 6 weeks of being asked",
            [Arm.Of(DecidedToAssess, Unit.WeeksOf, 12)], [AdviceReceived])
        { FallsAwayWith = [FinalSent, DecidedNotToIssue], OnlyBy = Adviser.EducationalPsychologist },
    ];
}
