using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.MakeFormat;

/// <summary>What to make, and in what; the gate is asked in this moment, and what it holds is not shown. Whoever makes it needs no name and no address.</summary>
internal sealed record OpenFormat(Guid Id) : ICommand<FormatView>, IReadsPeople
{
    public Permission Permission => MessagingPermissions.MakeFormats;

    public AuditEvent Event => MessagingAudit.FormatOpened;

    public string SubjectKind => MessagingAudit.Message;

    public Guid? SubjectId => Id;

    public string? Purpose => "to make a message in the format you need";
}

/// <param name="Text">Null when it is held now.</param>
/// <param name="MayBeLinked">A recording or a film on this site may be it: the words say nothing of anybody.</param>
internal sealed record FormatView(Message Message, MessageFormat Format, string Language, Rendered? Text, bool MayBeLinked, IReadOnlyList<string> Held) : IShowsPeople
{
    /// <summary>By letter, call or visit it goes on by itself once it is there; by e-mail or text message only as a link.</summary>
    public bool GoesOn => Message.Channel is not (MessageChannel.Email or MessageChannel.Sms) || MayBeLinked;

    public bool NeedsLink => Message.Channel is MessageChannel.Email or MessageChannel.Sms;

    public IReadOnlyList<Guid> PersonIds => Message.PersonId is { } person ? [person] : [];

    public override string ToString() => nameof(FormatView);
}

internal sealed class OpenFormatHandler(MessagingDbContext context, OutgoingLoader loader, SendGate gate, Words words) : IRequestHandler<OpenFormat, Outcome<FormatView>>
{
    public async Task<Outcome<FormatView>> Handle(OpenFormat request, CancellationToken cancellationToken)
    {
        var isMade = await context.MadeFormats.AnyAsync(m => m.MessageId == request.Id, cancellationToken);
        if (!isMade && !await context.Messages.AnyAsync(m => m.Id == request.Id && m.State == MessageState.ToMake, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var outgoing = (await loader.LoadAsync([request.Id], cancellationToken))[0];
        var (format, language) = Words.Needed(outgoing.Message.Channel, outgoing.Preferences);
        if (isMade)
        {
            return new FormatView(outgoing.Message, format, language, null, false, ["made_already"]);
        }

        if (outgoing.MustMake is null)
        {
            // Words are ready in it by now, or the person likes something else: it goes the usual way.
            await LetGoAsync(request.Id, MessageState.Waiting, null, cancellationToken);
            return new FormatView(outgoing.Message, format, language, null, false, ["not_needed_any_more"]);
        }

        var answer = (await gate.AskAsync([outgoing], SendStep.Send, cancellationToken))[0];
        if (!answer.May)
        {
            await LetGoAsync(request.Id, MessageState.Held, ReasonWords.Joined(answer.Held), cancellationToken);
            return new FormatView(outgoing.Message, format, language, null, false, answer.Held);
        }

        return new FormatView(
            outgoing.Message, format, language, words.ToBeMade(outgoing), TemplateField.Read(outgoing.Template.Fields).All(field => field.Kind == FieldKind.Plain), []);
    }

    private Task<int> LetGoAsync(Guid id, MessageState to, string? reason, CancellationToken cancellationToken) =>
        context.Messages.Where(m => m.Id == id && m.State == MessageState.ToMake)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, to).SetProperty(m => m.Reason, reason), cancellationToken);
}
