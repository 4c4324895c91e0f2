using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;

namespace Medway.LocalOffer.Register.Features;

/// <summary>Kinds of mailings and grounds of sharing in words.</summary>
internal static class MailingWords
{
    /// <summary>Template and channel together: each needs a yes of its own.</summary>
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        .. new[] { Mailing.News, Mailing.Consultation }.SelectMany(template => new[] { MessageChannel.Email, MessageChannel.Letter, MessageChannel.Sms }
            .Select(channel => new Choice(KindOf(template, channel), Of(template, channel), $"Needs the yes to: {RegisterWords.Of(Mailing.NeededFor(template, channel)!)}"))),
    ];

    public static readonly IReadOnlyList<Choice> Grounds =
    [
        new(nameof(LegalGround.Safeguarding), Of(LegalGround.Safeguarding), "UK GDPR article 6(1)(e) or (c), and 9(2)(g) with the Data Protection Act 2018, Schedule 1, paragraph 18."),
        new(nameof(LegalGround.LegalDuty), Of(LegalGround.LegalDuty), "UK GDPR article 6(1)(c). The family is always told."),
    ];

    public static string KindOf(string template, MessageChannel channel) => $"{template}/{channel}";

    /// <returns>Null when nothing we know was chosen.</returns>
    public static (string Template, MessageChannel Channel)? Read(string? kind) =>
        Kinds.Any(known => known.Value == kind) && kind!.Split('/') is [var template, var channel] ? (template, Enum.Parse<MessageChannel>(channel)) : null;

    public static string Of(string template, MessageChannel channel) => $"{(template == Mailing.News ? "News" : "An invitation to say what they think")}, {Of(channel)}";

    public static string Of(MailingState state) => state switch
    {
        MailingState.Draft => "Waits for a second look",
        MailingState.Sent => "Sent",
        _ => "Dropped",
    };

    public static string Of(LegalGround ground) => ground == LegalGround.Safeguarding ? "To keep a child safe" : "A law or a court orders it";

    public static string Of(ShareState state) => state switch
    {
        ShareState.Asked => "A second person has to decide",
        ShareState.Given => "Given",
        _ => "Refused",
    };

    private static string Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "by e-mail",
        MessageChannel.Letter => "by post",
        _ => "by text message",
    };
}
