using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordEngagement;

/// <summary>Writes down that one group was asked. Two groups on one day are two records.</summary>
/// <param name="Who">In words, never a name.</param>
/// <param name="PartId">Null: about the whole plan.</param>
/// <param name="MatterId">The decision that it was about.</param>
/// <param name="Changed">Empty when nothing has changed yet; it can be written down later.</param>
internal sealed record RecordEngagement(
    DateOnly? HeldOn, AskedGroup Group, string Who, EngagementLevel Level, Guid? PartId, Guid? MatterId, string Asked, string Said, string Changed) : ICommand<Guid>
{
    public Permission Permission => VoicePermissions.Keep;
}

internal sealed class RecordEngagementValidator : AbstractValidator<RecordEngagement>
{
    public RecordEngagementValidator(TimeProvider clock)
    {
        RuleFor(one => one.HeldOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which they were asked")
            .Must(day => day <= clock.Today()).WithMessage("This day is still to come. Write it down when they have been asked")
            .Must(day => day >= clock.Today().AddYears(-3)).WithMessage("This day is more than three years ago. Check the year");
        RuleFor(one => one.Group).Must(group => Enum.IsDefined(group)).WithMessage("Choose who was asked");
        RuleFor(one => one.Level).Cascade(CascadeMode.Stop).Must(level => Enum.IsDefined(level)).WithMessage("Choose how much say they had")
            .Must((one, level) => level != EngagementLevel.LedByYoungPeople || YoungInput.Groups.Contains(one.Group) || !Enum.IsDefined(one.Group))
            .WithMessage("Only children or young people can lead it themselves. Choose another answer, or who was asked");
        Words(one => one.Who, Engagement.MaximumWho, "Write who it was, in words, like the youth council");
        Words(one => one.Asked, Engagement.MaximumWords, "Write what they were asked or told");
        Words(one => one.Said, Engagement.MaximumWords, "Write what they said, or that they said nothing");
        RuleFor(one => one.Changed).MaximumLength(Engagement.MaximumWords).WithMessage($"Write {Engagement.MaximumWords} characters or fewer");
    }

    private void Words(Expression<Func<RecordEngagement, string>> field, int longest, string empty) =>
        RuleFor(field).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(empty).MaximumLength(longest).WithMessage($"Write {longest} characters or fewer");
}

internal sealed class RecordEngagementHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordEngagement, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordEngagement request, CancellationToken cancellationToken)
    {
        if (request.PartId is { } part && !await context.Parts.AnyAsync(one => one.Id == part, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.PartId), "This part is not in the plan. Choose another one");
        }

        if (request.MatterId is { } matter && !await context.Matters.AnyAsync(one => one.Id == matter && one.Kind == MatterKind.Decision, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.MatterId), "This is not a decision of the board. Choose another one");
        }

        var now = clock.GetUtcNow();
        var engagement = new Engagement
        {
            Id = Guid.CreateVersion7(now),
            HeldOn = request.HeldOn!.Value,
            AskedGroup = request.Group,
            Who = request.Who.Trim(),
            Level = request.Level,
            PartId = request.PartId,
            MatterId = request.MatterId,
            Asked = request.Asked.Trim(),
            Said = request.Said.Trim(),
            At = now,
            By = actor.Id,
        };
        context.Engagements.Add(engagement);
        if (!string.IsNullOrWhiteSpace(request.Changed))
        {
            context.EngagementChanges.Add(new EngagementChange { Id = Guid.CreateVersion7(now), EngagementId = engagement.Id, Words = request.Changed.Trim(), At = now, By = actor.Id });
        }

        audit.Record(
            context, VoicesAudit.EngagementRecorded, Engagement.Subject, engagement.Id, changes: [new AuditChange("group", null, $"{engagement.AskedGroup}"), new AuditChange("level", null, $"{engagement.Level}")]);
        await context.SaveChangesAsync(cancellationToken);
        return engagement.Id;
    }
}
