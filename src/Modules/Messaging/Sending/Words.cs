using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Makes the words of a message in the moment in which it leaves.</summary>
internal sealed class Words(MessagingOptions options, IServiceScopeFactory scopes)
{
    /// <summary>Where somebody learns how to get a message in another format.</summary>
    public const string OtherFormat = "/about/without-the-internet";

    /// <exception cref="ArgumentException">A field is not filled, or a link leads elsewhere.</exception>
    public Rendered Of(Outgoing outgoing) => Joined([OfOne(outgoing), .. outgoing.Parts.Select(OfOne)]);

    /// <summary>The standard words, for whoever makes them in another format.</summary>
    public Rendered ToBeMade(Outgoing outgoing) => InStandard(outgoing, outgoing.Source ?? throw new ArgumentException("There are no words to make it from.", nameof(outgoing)));

    private Rendered OfOne(Outgoing outgoing)
    {
        var version = outgoing.Version ?? throw new ArgumentException("There are no words for it.", nameof(outgoing));
        var words = InStandard(outgoing, version);
        return outgoing.MadeIn is { Path: { } path } made
            ? words with { Body = $"We made this for you {FormatWords.In(made.Format)}. Open this link to see or hear it:\n\n{options.Site}{TemplateText.OwnPath(path)}\n\n{words.Body}" }
            : words;
    }

    private Rendered InStandard(Outgoing outgoing, TemplateVersion version) => Of(outgoing.Message.Channel, version.Subject, version.Body, TemplateField.Read(outgoing.Template.Fields), outgoing.Values);

    public Rendered Of(MessageChannel channel, string subject, string body, IReadOnlyList<TemplateField> fields, IReadOnlyDictionary<string, string> values)
    {
        body = WithContacts(body);
        if (TemplateText.Missing(subject + body, values) is [var missing, ..])
        {
            throw new ArgumentException($"Its field '{missing}' is not filled.", nameof(values));
        }

        var text = TemplateText.Fill(body, fields, values, options.Site);
        return new Rendered(
            channel is MessageChannel.Email or MessageChannel.Letter ? TemplateText.Fill(subject, fields, values, options.Site) : "",
            channel switch
            {
                MessageChannel.Sms => SmsText.Plainer(text),
                MessageChannel.Email or MessageChannel.Letter => $"{text}\n\nDo you need this in another format, such as large print or Easy Read? {options.Site}{OtherFormat}",
                _ => text,
            });
    }

    /// <summary>Before anything else is filled, so that nothing that a family typed can be one of these fields. Settings belong to a scope.</summary>
    private string WithContacts(string text)
    {
        if (!CouncilContacts.StandIn(text))
        {
            return text;
        }

        using var scope = scopes.CreateFor(ActorKind.Job, "messaging.words");
        return CouncilContacts.Fill(text, scope.ServiceProvider.GetRequiredService<Settings>(), options.Site);
    }

    /// <summary>Several of one day in one message: the first one's subject would say too little, so it says that there are several.</summary>
    public static Rendered Joined(IReadOnlyList<Rendered> parts) => parts is [var only]
        ? only
        : new Rendered(parts[0].Subject.Length == 0 ? "" : $"We have {parts.Count} things to tell you", string.Join("\n\n", parts.Select(part => part.Body)));

    /// <summary>
    /// Codes, links and warnings of somebody's own sign-in leave in the words that there are: whoever waits for one must not be locked out, and a
    /// warning is of no use next week.
    /// </summary>
    public static bool CannotWait(MessageClass kind, Template template) =>
        kind.Exempt is Exemption.AskedNow or Exemption.AtWork || template.Purpose == ReachPurpose.SignIn;

    /// <summary>Why it is held, or has to be made.</summary>
    public static string Missing(MessageFormat format) => "format_missing_" + ReasonWords.Snake(format);

    /// <summary>The format and language that the words must be in. On a screen letters grow by themselves, and spoken words need no print.</summary>
    public static (MessageFormat Format, string Language) Needed(MessageChannel channel, Preferences? preferences)
    {
        if (preferences is null)
        {
            return (MessageFormat.Standard, "en");
        }

        var format = (channel, preferences.Format) switch
        {
            (_, MessageFormat.LargePrint) => MessageFormat.Standard,
            (MessageChannel.Phone or MessageChannel.FaceToFace, MessageFormat.EasyRead or MessageFormat.Audio or MessageFormat.Braille) => MessageFormat.Standard,
            (_, var asked) => asked,
        };
        return (format, preferences.Language);
    }
}
