using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>By e-mail too, where the council has said to which address, that something waits; it is in the safeguarding lead's My work in any case. Never with the words, the group or the round.</summary>
internal sealed class WorryAlert(IMessages messages, Settings settings)
{
    public const string Template = "codesign.worried";

    public async Task SendAsync(Guid answerId, CancellationToken cancellationToken)
    {
        if (settings.Get(Safeguarding.Mailbox) is { Length: > 0 } mailbox)
        {
            await messages.RequestAsync(
                new MessageRequest(Template, $"{Template} {answerId:n}", null, mailbox, new Dictionary<string, string> { ["path"] = Features.Staff.ReadWorries.IndexModel.Here }), cancellationToken);
        }
    }
}
