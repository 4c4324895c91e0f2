using FluentValidation;
using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.WriteVersion;

/// <summary>New words, as a draft: nothing leaves in them until somebody else has approved them.</summary>
internal sealed record WriteVersion(Guid TemplateId, MessageChannel Channel, MessageFormat Format, string Language, string Subject, string Body, string HardReason) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.WriteTemplates;
}

internal sealed class WriteVersionValidator : AbstractValidator<WriteVersion>
{
    public WriteVersionValidator()
    {
        RuleFor(write => write.Subject).MaximumLength(TemplateVersion.LongestSubject).WithMessage($"Write {TemplateVersion.LongestSubject} letters or fewer");
        RuleFor(write => write.Body).MaximumLength(TemplateVersion.LongestBody).WithMessage($"Write {TemplateVersion.LongestBody} letters or fewer");
        RuleFor(write => write.HardReason).MaximumLength(TemplateVersion.LongestReason).WithMessage($"Write {TemplateVersion.LongestReason} letters or fewer");
        RuleFor(write => write.Language).Matches("^[a-z]{2,3}$").WithMessage("Write the language as two letters, for example pl");
        RuleFor(write => write.Channel).IsInEnum();
        RuleFor(write => write.Format).IsInEnum();
    }
}

internal sealed class WriteVersionHandler(MessagingDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<WriteVersion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WriteVersion request, CancellationToken cancellationToken)
    {
        if (await context.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TemplateId, cancellationToken) is not { } template)
        {
            return Outcome.NotFound;
        }

        var (subject, body) = (request.Subject.Trim(), request.Body.ReplaceLineEndings("\n").Trim());
        if (TemplateRules.Problems(request.Channel, subject, body, TemplateField.Read(template.Fields)) is [var (field, problem), ..])
        {
            return Outcome.Invalid(field, problem);
        }

        var age = MessageReadingAge.Of(subject, body);
        if (request.Language == "en" && age > TemplateRules.HardestAge && string.IsNullOrWhiteSpace(request.HardReason))
        {
            return Outcome.Invalid(nameof(request.HardReason), $"This reads as age {age:0}, and {TemplateRules.HardestAge} is the most. Use shorter words and sentences, or write here why not");
        }

        var now = clock.GetUtcNow();
        var versions = context.Versions.Where(v => v.TemplateId == template.Id && v.Channel == request.Channel && v.Format == request.Format && v.Language == request.Language);
        var version = new TemplateVersion
        {
            Id = Guid.CreateVersion7(now),
            TemplateId = template.Id,
            Channel = request.Channel,
            Format = request.Format,
            Language = request.Language,
            Number = (await versions.MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0) + 1,
            Subject = subject,
            Body = body,
            State = VersionState.Draft,
            WrittenBy = actor.AccountId,
            WrittenAt = now,
            HardReason = string.IsNullOrWhiteSpace(request.HardReason) ? null : request.HardReason.Trim(),
        };
        context.Versions.Add(version);
        audit.Record(context, MessagingAudit.Drafted, "template_version", version.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
