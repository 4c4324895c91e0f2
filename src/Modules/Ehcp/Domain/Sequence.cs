using Medway.LocalOffer.Platform.Time;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>What can follow what: a date in the wrong order is answered in words, and nothing is moved to make it fit.</summary>
internal static class Sequence
{
    private static readonly EventKind[] Refusals = [DecidedNotToAssess, DecidedNotToIssue, DecidedToCease];

    /// <summary>The record is over, and nothing of it is decided here any more.</summary>
    private static readonly EventKind[] Left = [.. Enum.GetValues<EventKind>().Where(Stages.Leaves)];

    private static readonly EventKind[] Over = [.. Refusals, .. Left];

    private static readonly EventKind[] HasPlan = [FinalSent, PlanTransferredIn];
    private static readonly EventKind[] Ended = [DecidedToCease, .. Left];
    private static readonly EventKind[] Appealable = [FinalSent, AmendedFinalSent, ReviewDecidedToKeep, DecidedNotToAmend, DecidedNotToReassess, .. Refusals];

    /// <summary>With each of these one round of changes has come to its end.</summary>
    private static readonly EventKind[] EndsChanges = [AmendedFinalSent, DecidedNotToAmend];

    /// <summary>One row each: what must have happened (any of them), and what must not have.</summary>
    private static readonly IReadOnlyList<Row> Rows =
    [
        new(Acknowledged, [RequestReceived], [Acknowledged]),
        new(HeardAtPanel, [RequestReceived], [HeardAtPanel, DecidedToAssess, DecidedNotToAssess, .. Left]),
        new(DecidedToAssess, [RequestReceived], [DecidedToAssess, DecidedNotToAssess, PlanTransferredIn, .. Left]),
        new(DecidedNotToAssess, [RequestReceived], [DecidedToAssess, DecidedNotToAssess, PlanTransferredIn, OrderToAssess, UnopposedAssessment, .. Left]),
        new(AdviceRequested, [DecidedToAssess, DecidedToReassess], [.. Over]) { UsedUpBy = [FinalSent, AmendedFinalSent] },
        new(AdviceReceived, [AdviceRequested], [.. Left]),
        new(DecidedToIssue, [DecidedToAssess, OrderToMakePlan, UnopposedPlan], [DecidedToIssue, FinalSent, .. Over]),
        new(DecidedNotToIssue, [DecidedToAssess], [DecidedToIssue, FinalSent, .. Over]),
        new(DraftServed, [DecidedToIssue, OrderToMakePlan, UnopposedPlan], [FinalSent, .. Over]),
        new(DraftAnswered, [DraftServed], [FinalSent, .. Left]) { UsedUpBy = [DraftAnswered] },
        new(SettingConsulted, [DraftServed, AmendmentServed], [.. Over]) { UsedUpBy = [FinalSent, .. EndsChanges] },
        new(SettingReplied, [SettingConsulted], [.. Left]) { UsedUpBy = [FinalSent, .. EndsChanges] },
        new(FinalSent, [DraftServed], [FinalSent, .. Left]),
        new(ExceptionClaimed, [RequestReceived], [.. Over]),

        new(MediationAsked, Appealable, []),
        new(MediationDeclined, Appealable, []),
        new(MediationHeld, [MediationAsked], []),
        new(MediationCertificate, Appealable, []),
        new(Appealed, Appealable, []),
        new(RecommendationReceived, [Appealed], []),
        new(RecommendationAnswered, [RecommendationReceived], []) { UsedUpBy = [RecommendationAnswered] },
        new(OrderToAssess, [DecidedNotToAssess, DecidedNotToReassess], [.. Left]) { UsedUpBy = [OrderToAssess, UnopposedAssessment] },
        new(UnopposedAssessment, [DecidedNotToAssess, DecidedNotToReassess], [.. Left]) { UsedUpBy = [OrderToAssess, UnopposedAssessment] },
        new(OrderToMakePlan, [DecidedNotToIssue], [.. Left]) { UsedUpBy = [OrderToMakePlan, UnopposedPlan] },
        new(UnopposedPlan, [DecidedNotToIssue], [.. Left]) { UsedUpBy = [OrderToMakePlan, UnopposedPlan] },
        new(OrderToAmend, HasPlan, Ended),
        new(UnopposedAmendment, HasPlan, Ended),
        new(OrderToChangePlacement, HasPlan, Ended),
        new(UnopposedPlacement, HasPlan, Ended),
        new(PlacementChanged, [OrderToChangePlacement, UnopposedPlacement], []) { UsedUpBy = [PlacementChanged, AmendedFinalSent] },
        new(OrderToContinue, [DecidedToCease], [.. Left]) { UsedUpBy = [OrderToContinue] },
        new(OrderCarriedOut, [OrderToContinue], []) { UsedUpBy = [OrderCarriedOut] },

        new(TermBegins, HasPlan, Ended),
        new(ReviewListSent, HasPlan, Ended),
        new(ReviewMeetingSet, HasPlan, Ended),
        new(ReviewInvited, [ReviewMeetingSet], Ended),
        new(ReviewPapersSent, [ReviewMeetingSet], Ended),
        new(ReviewMeetingHeld, HasPlan, Ended),
        new(ReviewReportSent, [ReviewMeetingHeld], [.. Left]),
        new(ReviewDecidedToKeep, [ReviewMeetingHeld], Ended) { UsedUpBy = [ReviewDecidedToKeep, .. EndsChanges] },
        new(AmendmentServed, [ReviewMeetingHeld, DecidedToReassess], Ended) { UsedUpBy = [ReviewDecidedToKeep, .. EndsChanges] },
        new(AmendmentAnswered, [AmendmentServed], [.. Left]) { UsedUpBy = [AmendmentAnswered, .. EndsChanges] },
        new(AmendedFinalSent, [AmendmentServed, OrderToAmend, UnopposedAmendment, OrderToChangePlacement, UnopposedPlacement], Ended) { UsedUpBy = [ReviewMeetingHeld, .. EndsChanges] },
        new(DecidedNotToAmend, [AmendmentServed], Ended) { UsedUpBy = [ReviewMeetingHeld, .. EndsChanges] },
        new(DecidedToCease, HasPlan, Ended),
        new(PhaseTransfer, HasPlan, Ended),
        new(PostSixteenTransfer, HasPlan, Ended),
        new(PostSixteenMove, HasPlan, Ended),

        new(ReassessmentRequested, HasPlan, Ended),
        new(DecidedToReassess, [ReassessmentRequested, OrderToAssess, UnopposedAssessment, .. HasPlan], Ended),
        new(DecidedNotToReassess, [ReassessmentRequested], Ended) { UsedUpBy = [DecidedToReassess, DecidedNotToReassess] },

        new(MoveLearned, [RequestReceived], [.. Left]),
        new(PlanTransferredOut, HasPlan, Ended),
        new(PlanTransferredIn, [RequestReceived], [PlanTransferredIn, DecidedToAssess, DecidedNotToAssess, .. Left]),
        new(FamilyTold, [PlanTransferredIn], []) { UsedUpBy = [FamilyTold] },
        new(HealthBoardMoveLearned, [RequestReceived], []),
        new(HealthBoardTold, [HealthBoardMoveLearned], []) { UsedUpBy = [HealthBoardTold] },
        new(RequestWithdrawn, [RequestReceived], [FinalSent, PlanTransferredIn, .. Over]),
        new(ResponsibilityMoved, [RequestReceived], [FinalSent, PlanTransferredIn, .. Over]),

        new(ContactReceived, [RequestReceived], []),
        new(ContactAnswered, [ContactReceived], []) { UsedUpBy = [ContactAnswered] },
    ];

    /// <summary>What an officer may record now.</summary>
    public static IReadOnlyList<EventKind> Next(IReadOnlyList<Happening> happened) =>
        [.. Rows.Where(row => Fits(row, happened) && (row.Kind != AdviceReceived || WaitingFor(happened).Count > 0)).Select(row => row.Kind)];

    /// <summary>Planned for a day to come.</summary>
    public static bool MayBeInTheFuture(EventKind kind) => kind is ReviewMeetingSet or PhaseTransfer or PostSixteenTransfer or PostSixteenMove or TermBegins;

    /// <summary>It counts from the day on which the family has it, and not from the day on which it left.</summary>
    public static bool IsServed(EventKind kind) => kind is DraftServed or AmendmentServed;

    /// <summary>Advice that was asked for and is not here.</summary>
    public static IReadOnlyList<Adviser> WaitingFor(IReadOnlyList<Happening> happened)
    {
        List<Adviser> waiting = [];
        foreach (var one in happened.Where(one => one.Adviser is not null))
        {
            if (one.Kind == AdviceRequested)
            {
                waiting.Add(one.Adviser!.Value);
            }
            else if (one.Kind == AdviceReceived)
            {
                waiting.Remove(one.Adviser!.Value);
            }
        }

        return waiting;
    }

    /// <param name="happened">What is believed to have happened, in order.</param>
    /// <param name="on">The day of the new event.</param>
    /// <param name="name">What events are called.</param>
    /// <returns>Why it cannot be so, in words; null when it can.</returns>
    public static string? Problem(EventKind kind, DateOnly on, Adviser? adviser, IReadOnlyList<Happening> happened, Func<EventKind, string> name)
    {
        if (Rows.FirstOrDefault(row => row.Kind == kind) is not { } row || !Fits(row, happened))
        {
            return "This does not fit what has been recorded so far. Go back and choose again";
        }

        if (kind == AdviceRequested && adviser is { } asked && WaitingFor(happened).Contains(asked))
        {
            return "This advice has been asked for already, and is not here yet";
        }

        if (kind == AdviceReceived && adviser is { } gave && !WaitingFor(happened).Contains(gave))
        {
            return "Nobody has recorded that this advice was asked for";
        }

        var before = happened.LastOrDefault(one => row.Needs.Contains(one.Kind) && (kind != AdviceReceived || one.Adviser == adviser));
        return before is not null && on < before.On && !MayBeInTheFuture(before.Kind) ? $"“{name(before.Kind)}” was on {before.On.Long()}. This cannot be before it" : null;
    }

    /// <summary>Whether something that was recorded rests on this event, so that it cannot be taken back alone.</summary>
    public static bool IsNeeded(Happening one, IReadOnlyList<Happening> happened)
    {
        var without = happened.Where(other => other.Id != one.Id).ToList();
        return happened.Any(other => Rows.FirstOrDefault(row => row.Kind == other.Kind)?.Needs is { } needs
            && needs.Contains(one.Kind)
            && !without.Any(rest => needs.Contains(rest.Kind) && (other.Kind != AdviceReceived || rest.Adviser == other.Adviser)));
    }

    /// <summary>What it rests on has happened since it was last used up, and nothing that stands is against it.</summary>
    private static bool Fits(Row row, IReadOnlyList<Happening> happened)
    {
        var needed = happened.LastOrDefault(one => row.Needs.Contains(one.Kind) || row.UsedUpBy.Contains(one.Kind));
        return needed is not null && row.Needs.Contains(needed.Kind) && !Standing(happened).Any(one => row.NotAfter.Contains(one.Kind));
    }

    /// <summary>Without decisions that the Tribunal has overturned, or that the council does not defend.</summary>
    private static IEnumerable<Happening> Standing(IReadOnlyList<Happening> happened) =>
        happened.Where((one, place) => !happened.Skip(place + 1).Any(later => Overturns(later.Kind) == one.Kind));

    /// <summary>The refusal that is undone by it; null when none is.</summary>
    public static EventKind? Overturns(EventKind kind) => kind switch
    {
        OrderToAssess or UnopposedAssessment => DecidedNotToAssess,
        OrderToMakePlan or UnopposedPlan => DecidedNotToIssue,
        OrderToContinue => DecidedToCease,
        _ => null,
    };

    /// <param name="Needs">Any of these must have happened.</param>
    /// <param name="NotAfter">None of these may stand.</param>
    private sealed record Row(EventKind Kind, IReadOnlyList<EventKind> Needs, IReadOnlyList<EventKind> NotAfter)
    {
        /// <summary>After any of these, what it needs must happen anew.</summary>
        public IReadOnlyList<EventKind> UsedUpBy { get; init; } = [];
    }
}
