using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Messaging;

internal static class MessagingAudit
{
    public const string Message = "message";
    public const string Person = "person";

    public static readonly AuditEvent Stopped = new("messaging.switch-pulled", "Messages were stopped: all, of a template, or for a person");
    public static readonly AuditEvent Lifted = new("messaging.switch-released", "Stopped messages may leave again");
    public static readonly AuditEvent Decided = new("messaging.message-decided", "Somebody decided about a message that was held or stuck");
    public static readonly AuditEvent Tested = new("messaging.test-sent", "Somebody sent a test message to themselves");
    public static readonly AuditEvent Drafted = new("messaging.version-drafted", "New words of a template were written");
    public static readonly AuditEvent Approved = new("messaging.version-approved", "A second person approved the words of a template");
    public static readonly AuditEvent Discarded = new("messaging.version-discarded", "Words of a template were not approved");
    public static readonly AuditEvent BatchMade = new("messaging.batch-made", "The letters of a day were put into a print batch");
    public static readonly AuditEvent SheetsShown = new("messaging.sheets-shown", "The letters of a batch were shown for printing, with names and addresses");
    public static readonly AuditEvent Matched = new("messaging.letter-matched", "A letter was matched with its envelope");
    public static readonly AuditEvent BatchReleased = new("messaging.batch-released", "A second person released a print batch");
    public static readonly AuditEvent BatchPosted = new("messaging.batch-posted", "A print batch was handed to the post");
    public static readonly AuditEvent LetterReturned = new("messaging.letter-returned", "A letter came back");
    public static readonly AuditEvent CallOpened = new("messaging.call-opened", "Somebody opened a call to make, with the name and number of a person");
    public static readonly AuditEvent CallMade = new("messaging.call-recorded", "Somebody wrote down how a call or a meeting went");
    public static readonly AuditEvent FormatOpened = new("messaging.format-opened", "Somebody opened a message to make it in another format");
    public static readonly AuditEvent FormatMade = new("messaging.format-recorded", "Somebody wrote down what came of making a message in another format");
    public static readonly AuditEvent Erased = new("messaging.messages-erased", "Messages that had not left to you, and what filled their words, were erased");
    public static readonly AuditEvent SinkShown = new("messaging.sink-shown", "Somebody read the sink (never in production)");
    public static readonly AuditEvent Planned = new("messaging.calendar-changed", "Something was put into the partnership's calendar, or taken out");
    public static readonly AuditEvent NewsSent = new("messaging.news-sent", "News left to those who signed up for it");
    public static readonly AuditEvent Subscribed = new("messaging.news-confirmed", "Somebody of the public confirmed that they want news");
    public static readonly AuditEvent Unsubscribed = new("messaging.news-stopped", "Somebody of the public stopped news; their address was deleted");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        Stopped, Lifted, Decided, Tested, Drafted, Approved, Discarded, BatchMade, SheetsShown, Matched, BatchReleased, BatchPosted, LetterReturned,
        CallOpened, CallMade, FormatOpened, FormatMade, Erased, SinkShown, Planned, NewsSent, Subscribed, Unsubscribed,
    ];
}
