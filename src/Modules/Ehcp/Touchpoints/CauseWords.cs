using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What a row of the catalogue says when it is started by an event that needs other words: a no names what can be done about it, and until when.</summary>
internal static class CauseWords
{
    /// <param name="cause">What started the touchpoint; null when a day or a question did.</param>
    public static string Of(TouchpointKind kind, Happening? cause, ReadRecord read) => cause?.Kind switch
    {
        EventKind.DecidedNotToIssue => $"We have decided that there will be no plan. {Rights(cause, read)}",
        EventKind.DecidedNotToAmend => $"We have thought about what you said. We do not change the plan after all. {Rights(cause, read)}",
        EventKind.DecidedNotToReassess => $"We have decided not to assess again now. The plan stays, and so does the help in it. {Rights(cause, read)}",
        EventKind.PlanTransferredIn => "The plan has come to us from another council. We look after it now. The help in it goes on.",
        EventKind.RequestWithdrawn => "The request was taken back. We do not look at it any more. You can ask again at any time. If you did not want this, call us.",
        EventKind.ResponsibilityMoved or EventKind.PlanTransferredOut => "Another council looks after this now. We tell you which one, and whom to call there.",
        _ => kind.Words,
    };

    /// <summary>The same, as this person is told it: what concerns the child is said to the child in other words than to the parents.</summary>
    public static string For(Touchpoint touchpoint, TouchpointKind kind, ReadRecord read) =>
        TouchpointKind.TellsChild(touchpoint.Code, touchpoint.PersonId, read.Record.ChildId, read.Record.LoggedForId)
            ? "Soon the choices about your plan are yours. You can ask your parents or others to help you. We write to you from then on."
            : Of(kind, read.Happened.FirstOrDefault(one => one.Id == touchpoint.EventId), read);

    /// <summary>The officer has to write something, because nobody else knows it; null when there is nothing.</summary>
    public static string? Missing(Happening? cause) => cause?.Kind switch
    {
        EventKind.DecidedNotToAmend or EventKind.DecidedNotToReassess => "Write the reasons, as they read them",
        EventKind.PlanTransferredIn => "Write when you look at the plan again, and whether you assess anew (SEND Regulations 2014, reg 15)",
        EventKind.ResponsibilityMoved or EventKind.PlanTransferredOut => "Write which council it is, and whom to call there",
        _ => null,
    };

    private static string Rights(Happening cause, ReadRecord read) =>
        $"You can ask for a talk with somebody neutral{Until("T20", cause, read)}. You can appeal{Until("T23", cause, read)}. SENDIASS can help you, and it is free.";

    private static string Until(string code, Happening cause, ReadRecord read) =>
        read.Dates.LastOrDefault(date => date.Rule.Code == code && date.From.Id == cause.Id)?.Day is { } day ? $" until {day.Long()}" : "";
}
