using Medway.LocalOffer.Platform.Time;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>What can follow what: a date in the wrong order is answered in words, and nothing is moved to make it fit.</summary>
internal static class Sequence
{
    private static readonly EventKind[] Refusals = [DecidedNotToAssess, DecidedNotToIssue, DecidedToCease];

    /// <summary>One row each: what must have happened (any of them), and what must not have.</summary>
    private static readonly IReadOnlyList<(EventKind Kind, EventKind[] Needs, EventKind[] NotAfter)> Rows =
    [
        (Acknowledged, [RequestReceived], [Acknowledged]),
        (HeardAtPanel, [RequestReceived], [HeardAtPanel, DecidedToAssess, DecidedNotToAssess]),
        (DecidedToAssess, [RequestReceived], [DecidedToAssess, DecidedNotToAssess]),
        (DecidedNotToAssess, [RequestReceived], [DecidedToAssess, DecidedNotToAssess]),
        (AdviceRequested, [DecidedToAssess], [FinalSent, .. Refusals]),
        (AdviceReceived, [AdviceRequested], []),
        (DecidedToIssue, [DecidedToAssess], [DecidedToIssue, FinalSent, .. Refusals]),
        (DecidedNotToIssue, [DecidedToAssess], [DecidedToIssue, FinalSent, .. Refusals]),
        (DraftServed, [DecidedToIssue], [FinalSent, .. Refusals]),
        (DraftAnswered, [DraftServed], [DraftAnswered, FinalSent]),
        (SettingConsulted, [DraftServed], [FinalSent]),
        (SettingReplied, [SettingConsulted], [FinalSent]),
        (FinalSent, [DraftServed], [FinalSent]),
        (ExceptionClaimed, [RequestReceived], Refusals),
        (MediationAsked, [FinalSent, .. Refusals], []),
        (MediationDeclined, [FinalSent, .. Refusals], []),
        (MediationHeld, [MediationAsked], []),
        (MediationCertificate, [FinalSent, .. Refusals], []),
        (Appealed, [FinalSent, .. Refusals], []),
        (ReviewMeetingSet, [FinalSent], [DecidedToCease]),
        (ReviewMeetingHeld, [FinalSent], [DecidedToCease]),
        (ReviewReportSent, [ReviewMeetingHeld], []),
        (ReviewDecidedToKeep, [ReviewMeetingHeld], [DecidedToCease]),
        (AmendmentServed, [ReviewMeetingHeld], [DecidedToCease]),
        (AmendmentAnswered, [AmendmentServed], []),
        (AmendedFinalSent, [AmendmentServed], []),
        (DecidedNotToAmend, [AmendmentServed], []),
        (DecidedToCease, [FinalSent], [DecidedToCease]),
        (PhaseTransfer, [FinalSent], [DecidedToCease]),
        (PostSixteenTransfer, [FinalSent], [DecidedToCease]),
        (PostSixteenMove, [FinalSent], [DecidedToCease]),
    ];

    /// <summary>What an officer may record now.</summary>
    public static IReadOnlyList<EventKind> Next(IReadOnlyList<Happening> happened) =>
        [.. Rows.Where(row => Refusal(row, happened) is null && (row.Kind != AdviceReceived || WaitingFor(happened).Count > 0)).Select(row => row.Kind)];

    /// <summary>Planned for a day to come.</summary>
    public static bool MayBeInTheFuture(EventKind kind) => kind is ReviewMeetingSet or PhaseTransfer or PostSixteenTransfer or PostSixteenMove;

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
        var row = Rows.FirstOrDefault(row => row.Kind == kind);
        if (row.Needs is null || Refusal(row, happened) is not null)
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
        return before is not null && on < before.On ? $"“{name(before.Kind)}” was on {before.On.Long()}. This cannot be before it" : null;
    }

    /// <summary>Whether something that was recorded rests on this event, so that it cannot be taken back alone.</summary>
    public static bool IsNeeded(Happening one, IReadOnlyList<Happening> happened)
    {
        var without = happened.Where(other => other.Id != one.Id).ToList();
        return happened.Any(other => Rows.FirstOrDefault(row => row.Kind == other.Kind).Needs is { } needs
            && needs.Contains(one.Kind)
            && !without.Any(rest => needs.Contains(rest.Kind) && (other.Kind != AdviceReceived || rest.Adviser == other.Adviser)));
    }

    private static EventKind? Refusal((EventKind Kind, EventKind[] Needs, EventKind[] NotAfter) row, IReadOnlyList<Happening> happened) =>
        !happened.Any(one => row.Needs.Contains(one.Kind)) ? row.Needs[0] : happened.FirstOrDefault(one => row.NotAfter.Contains(one.Kind))?.Kind;
}
