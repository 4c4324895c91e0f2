using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;

namespace Medway.LocalOffer.Register.Features.Staff.ListMailings;

/// <summary>Writes a mailing down. Nothing is sent before a second person has looked at it.</summary>
/// <param name="Kind">What it is and how it leaves, as in <see cref="MailingWords.Kinds"/>.</param>
internal sealed record WriteMailing(string Kind, string Title, string Words) : ICommand<Guid>
{
    public Permission Permission => RegisterPermissions.Mail;
}

internal sealed class WriteMailingValidator : AbstractValidator<WriteMailing>
{
    public WriteMailingValidator()
    {
        RuleFor(mailing => mailing.Kind).Must(kind => MailingWords.Read(kind) is not null).WithMessage("Choose what it is and how it leaves");
        RuleFor(mailing => mailing.Title).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write a title")
            .MaximumLength(PlannedMailing.MaximumTitle).WithMessage($"Write {PlannedMailing.MaximumTitle} letters or fewer")
            .Must(title => !title.Any(char.IsControl)).WithMessage("Write the title in one line");
        RuleFor(mailing => mailing.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what you want to say")
            .MaximumLength(PlannedMailing.MaximumWords).WithMessage($"Write {PlannedMailing.MaximumWords} letters or fewer")
            .Must(words => ReadingAge.Of(words.Split('\n')).Years <= ReadingAge.OldestReader)
            .WithMessage(mailing => string.Create(
                CultureInfo.InvariantCulture, $"These words need a reader of {ReadingAge.Of(mailing.Words.Split('\n')).Years:0} or older. Write shorter sentences and plainer words, for a reader of 11"));
    }
}

internal sealed class WriteMailingHandler(RegisterDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<WriteMailing, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(WriteMailing request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (template, channel) = MailingWords.Read(request.Kind)!.Value;
        var mailing = new PlannedMailing
        {
            Id = Guid.CreateVersion7(now),
            Template = template,
            Channel = channel,
            Title = request.Title.Trim(),
            Words = request.Words.Trim(),
            State = MailingState.Draft,
            MadeAt = now,
            MadeBy = actor.Id,
        };
        context.Mailings.Add(mailing);
        audit.Record(context, RegisterAudit.MailingWritten, PlannedMailing.Subject, mailing.Id);
        await context.SaveChangesAsync(cancellationToken);
        return mailing.Id;
    }
}
