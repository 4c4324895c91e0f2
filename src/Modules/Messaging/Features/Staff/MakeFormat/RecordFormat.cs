using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.MakeFormat;

/// <summary>
/// What came of making it. What is ready goes on through hours and gate like every message; what was told in it, to the right person, is made; what nobody
/// can make is not, and the next way is tried. It never leaves in plain words instead.
/// </summary>
/// <param name="Path">Of a recording or film on this site, for an e-mail or a text message.</param>
internal sealed record RecordFormat(Guid Id, string Outcome, string Path, string Reason) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.MakeFormats;
}

internal sealed class RecordFormatValidator : AbstractValidator<RecordFormat>
{
    public RecordFormatValidator()
    {
        RuleFor(record => record.Outcome).Must(text => ReasonWords.Read<MakeOutcome>(text) is not null).WithMessage("Choose what came of it");
        RuleFor(record => record.Reason).MaximumLength(MadeFormat.LongestReason).WithMessage($"Write {MadeFormat.LongestReason} letters or fewer")
            .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");
        RuleFor(record => record.Reason).NotEmpty().When(record => ReasonWords.Read<MakeOutcome>(record.Outcome) == MakeOutcome.CannotBeMade).WithMessage("Write why it cannot be made");
        RuleFor(record => record.Path).MaximumLength(MadeFormat.LongestPath).WithMessage($"Write {MadeFormat.LongestPath} letters or fewer");
    }
}

internal sealed class RecordFormatHandler(
    MessagingDbContext context, OutgoingLoader loader, Consequences consequences, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordFormat, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordFormat request, CancellationToken cancellationToken)
    {
        if (await context.Messages.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) is not { } message)
        {
            return Platform.Outcomes.Outcome.NotFound;
        }

        if (message.State != MessageState.ToMake)
        {
            return Platform.Outcomes.Outcome.Conflict("Somebody wrote down what came of it a moment ago. Look at it again");
        }

        var outgoing = (await loader.LoadAsync([message.Id], cancellationToken))[0];
        var outcome = ReasonWords.Read<MakeOutcome>(request.Outcome)!.Value;
        var path = request.Path.Trim();
        if (outcome == MakeOutcome.Ready && Complaint(outgoing, path) is { } complaint)
        {
            return complaint;
        }

        var now = clock.GetUtcNow();
        var (format, language) = Words.Needed(message.Channel, outgoing.Preferences);
        context.MadeFormats.Add(new MadeFormat
        {
            MessageId = message.Id,
            Format = format,
            Language = language,
            Outcome = outcome,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
            Path = outcome == MakeOutcome.Ready && path.Length > 0 ? path : null,
            At = now,
            By = actor.AccountId,
        });
        (message.State, message.Reason) = outcome switch
        {
            MakeOutcome.Ready => (MessageState.Waiting, null),
            MakeOutcome.Told => (MessageState.Made, (string?)null),
            _ => (MessageState.NotMade, "format_not_made"),
        };
        message.DueAt = now;
        if (message.State.IsFinal())
        {
            message.SettledAt = now;
            await consequences.OfAsync(context, message, outgoing.Request, outgoing.Template, message.State, message.Reason, null, cancellationToken);
        }

        audit.Record(
            context, MessagingAudit.FormatMade, MessagingAudit.Message, message.Id, message.State == MessageState.NotMade ? request.Reason.Trim() : null,
            [new AuditChange("outcome", null, ReasonWords.Snake(outcome))], personIds: message.PersonId is { } person ? [person] : []);
        await context.SaveChangesAsync(cancellationToken);
        await Notices.NotifyAsync(context, DispatchWake.Tag, cancellationToken);
        return default(Done);
    }

    /// <summary>An e-mail or a text message carries it as a link to this site, and only when the words say nothing of anybody: whoever has the link can open it.</summary>
    private static Outcome<Done>? Complaint(Outgoing outgoing, string path)
    {
        if (outgoing.Message.Channel is not (MessageChannel.Email or MessageChannel.Sms))
        {
            return null;
        }

        if (TemplateField.Read(outgoing.Template.Fields).Any(field => field.Kind != FieldKind.Plain))
        {
            return Platform.Outcomes.Outcome.Invalid(nameof(RecordFormat.Outcome), "This message says something of one person, so it cannot stand behind a link. Tell them in it, or say that it cannot be made");
        }

        return TemplateText.IsOwnPath(path)
            ? null
            : Platform.Outcomes.Outcome.Invalid(nameof(RecordFormat.Path), "Write where the recording or film stands on this site, like /media/your-film");
    }
}
