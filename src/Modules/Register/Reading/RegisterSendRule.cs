using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Reading;

/// <summary>
/// At each send, print and fallback: a mailing leaves only to whoever said yes to it themselves, while it is a yes, by that channel; what is about the entry itself only to
/// those who may see it.
/// </summary>
internal sealed class RegisterSendRule(RegisterReader reader, RegisterViewers viewers) : ISendRule
{
    public bool IsAbout(string messageClass) => messageClass == "register";

    public async Task<SendAnswer> AskAsync(SendQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question is not { PersonId: { } person, AboutPersonId: { } child } || await viewers.CapacityAsync(person, child, cancellationToken) is null)
        {
            return SendAnswer.No("may_not_see_entry");
        }

        return !Mailing.Is(question.Template) || (Mailing.NeededFor(question.Template, question.Channel) is { } purpose && await reader.MayAsync(purpose, child, person, cancellationToken))
            ? SendAnswer.Yes
            : SendAnswer.No("no_consent");
    }
}

/// <summary>Which yes a mailing needs.</summary>
internal static class Mailing
{
    public const string News = "register.news";
    public const string Consultation = "register.consultation";

    public static bool Is(string template) => template is News or Consultation;

    /// <returns>Null when a mailing never goes out by that channel.</returns>
    public static ConsentPurpose? NeededFor(string template, MessageChannel channel) => (template, channel) switch
    {
        (Consultation, _) => ConsentPurpose.ConsultationInvites,
        (News, MessageChannel.Email) => ConsentPurpose.NewsByEmail,
        (News, MessageChannel.Letter) => ConsentPurpose.NewsByPost,
        (News, MessageChannel.Sms) => ConsentPurpose.Sms,
        _ => null,
    };
}
