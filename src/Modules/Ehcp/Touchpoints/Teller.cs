using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Hands a touchpoint over to Messaging, in the transaction that is open. It counts as told when it has arrived.</summary>
internal sealed class Teller(IMessages messages, HeldDecisions held, TimeProvider clock)
{
    public const string Received = "ehcp.request-received";
    public const string Update = "ehcp.update";
    public const string Notice = "ehcp.notice";
    public const string QuestionReceived = "ehcp.question-received";
    public const string QuestionAnswered = "ehcp.question-answered";

    /// <param name="own">What the officer adds; empty for none.</param>
    /// <param name="by">Of a question: the day by which it is answered.</param>
    public async Task AskAsync(Touchpoint touchpoint, TouchpointKind kind, ReadRecord read, CancellationToken cancellationToken, string own = "", DateOnly? by = null)
    {
        read = await held.AsToldAsync(read, touchpoint.PersonId, touchpoint.EventId, cancellationToken);
        var text = TouchpointText.Of(kind, read.Happened.FirstOrDefault(one => one.Id == touchpoint.EventId), read, clock.Today(), own);
        if (by is { } day)
        {
            text = text with { Next = $"Your SEND officer has it. You have an answer by {day.Long()}.", NamesNextStep = true };
        }

        var now = clock.GetUtcNow();
        var key = touchpoint.AskedAt is null ? touchpoint.OccurrenceKey : touchpoint.KeyOfAnother(now);
        touchpoint.State = TouchpointState.Asked;
        (touchpoint.AskedAt, touchpoint.SettledAt) = (now, null);
        touchpoint.Words = text.Whole;
        touchpoint.IsUseful = touchpoint.DoneBy is not null || text.NamesNextStep;
        Dictionary<string, string> values = new() { ["reference"] = read.Record.Reference };
        var template = TemplateOf(kind);
        if (template is Update or Notice)
        {
            (values["words"], values["next"]) = (text.Words, text.Next);
        }
        else if (template == Received)
        {
            values["received"] = read.Record.ReceivedOn.Long();
            values["decide_by"] = Day("T02");
            values["final_by"] = Day("T09");
        }
        else if (template == QuestionReceived)
        {
            values["by"] = (by ?? touchpoint.DueOn).Long();
        }

        await messages.RequestAsync(
            new MessageRequest(template, key, null, null, values) { PersonId = touchpoint.PersonId, AboutPersonId = read.Record.ChildId }, cancellationToken);

        string Day(string code) => read.Dates.First(date => date.Rule.Code == code).Day!.Value.Long();
    }

    private static string TemplateOf(TouchpointKind kind) => kind.Code switch
    {
        TouchpointKind.Receipt => Received,
        TouchpointKind.QuestionReceived => QuestionReceived,
        TouchpointKind.QuestionAnswered => QuestionAnswered,
        _ => kind.IsNotice ? Notice : Update,
    };
}
