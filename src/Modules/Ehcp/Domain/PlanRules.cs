using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>When the text of a plan may be written and sent, and what must stand in it.</summary>
internal static class PlanRules
{
    /// <summary>Sections that say what help is given, and so who gives it (SEND Regulations 2014, reg 12(1)(f) to (h)).</summary>
    public static readonly IReadOnlyList<PlanPart> Provision = [PlanPart.F, PlanPart.G, PlanPart.H1, PlanPart.H2];

    /// <summary>With each of these a text reaches the family.</summary>
    private static readonly EventKind[] Sending = [DraftServed, FinalSent, AmendmentServed, AmendedFinalSent];

    /// <summary>Section J only stands in a plan with a personal budget; a draft has no I.</summary>
    private static readonly PlanPart[] MayBeEmpty = [PlanPart.I, PlanPart.J];

    public static bool IsFinal(EventKind kind) => kind is FinalSent or AmendedFinalSent;

    /// <summary>The family has its time to say what it thinks.</summary>
    public static bool IsToBeAnswered(EventKind kind) => kind is DraftServed or AmendmentServed;

    public static EventKind AnswerTo(EventKind sent) => sent == DraftServed ? DraftAnswered : AmendmentAnswered;

    /// <summary>What a text that is written now can be sent as.</summary>
    public static IReadOnlyList<EventKind> Sendable(IReadOnlyList<Happening> happened) => [.. Sequence.Next(happened).Where(Sending.Contains)];

    /// <summary>There will be a plan, or there is one that goes on.</summary>
    public static bool MayBeWritten(IReadOnlyList<Happening> happened) =>
        happened.Any(one => one.Kind is DecidedToIssue or FinalSent or OrderToMakePlan or UnopposedPlan or PlanTransferredIn) && !Stages.IsOver(Stages.Of(happened));

    /// <param name="written">Sections with words in them.</param>
    /// <returns>Why it cannot be sent as it is; null when it can.</returns>
    public static string? Problem(EventKind kind, IReadOnlySet<PlanPart> written)
    {
        var missing = Enum.GetValues<PlanPart>().Except(MayBeEmpty).Where(part => !written.Contains(part)).ToList();
        return missing.Count > 0
            ? $"Section {string.Join(", ", missing)} is empty. Write it first; where there is nothing, write that there is nothing"
            : kind switch
            {
                // Children and Families Act 2014, s38(5): a draft names no school, so that the family can ask for one.
                DraftServed when written.Contains(PlanPart.I) => "A draft names no school: empty section I first, so that the family can ask for one",
                _ when IsFinal(kind) && !written.Contains(PlanPart.I) => "Section I is empty. A final plan names the school or college, or says of what type it is",
                _ => null,
            };
    }
}
