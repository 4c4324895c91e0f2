using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Complaints;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Feedback.Features.Complain;

/// <summary>Keeps a complaint and starts its clocks; answers its reference.</summary>
/// <param name="Kind">Name of a <see cref="ComplaintKind"/>, as the form posts it.</param>
/// <param name="Ehc"><c>yes</c> or <c>no</c>, as the form posts it.</param>
internal sealed record Complain(string Kind, string Ehc, string Words, string ReplyTo) : ICommand<string>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ComplainValidator : AbstractValidator<Complain>
{
    public ComplainValidator()
    {
        RuleFor(complaint => complaint.Kind).IsEnumName(typeof(ComplaintKind)).WithMessage("Choose what it is about");
        RuleFor(complaint => complaint.Ehc).Must(ehc => ehc is "yes" or "no").WithMessage("Choose yes or no");
        RuleFor(complaint => complaint.Words).Must(words => !string.IsNullOrWhiteSpace(words)).WithMessage("Write what went wrong")
            .MaximumLength(Complaint.MaximumWords).WithMessage("That is a little long. Write {MaxLength} letters or fewer");
        RuleFor(complaint => complaint.ReplyTo).MaximumLength(Complaint.MaximumReplyTo).WithMessage("That is a little long. Write {MaxLength} letters or fewer");
    }
}

internal sealed class ComplainHandler(FeedbackDbContext context, ComplaintClock clocks, AuditTrail audit, TimeProvider clock) : IRequestHandler<Complain, Outcome<string>>
{
    /// <summary>Nothing that looks like something else when it is read out.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public async Task<Outcome<string>> Handle(Complain request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var complaint = new Complaint
        {
            Id = Guid.CreateVersion7(now),
            Reference = "C-" + RandomNumberGenerator.GetString(Letters, 6),
            Kind = Enum.Parse<ComplaintKind>(request.Kind),
            IsAboutEhc = request.Ehc == "yes",
            Words = Clean(request.Words),
            ReplyTo = Clean(request.ReplyTo),
            At = now,
        };
        context.Complaints.Add(complaint);
        context.ComplaintStages.Add(clocks.Start(complaint.Id, complaint.Kind, 1, UkTime.DateIn(now)));
        audit.Record(context, FeedbackAudit.Complained, Complaint.Subject, complaint.Id);
        await context.SaveChangesAsync(cancellationToken);
        return complaint.Reference;
    }

    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal).Trim();
}
