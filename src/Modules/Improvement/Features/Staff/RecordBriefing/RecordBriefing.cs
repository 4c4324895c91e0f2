using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordBriefing;

/// <summary>Writes down a briefing of professionals, with how many came from each agency.</summary>
/// <param name="Came">Agencies from which nobody came may be left out.</param>
internal sealed record RecordBriefing(DateOnly? HeldOn, string Topic, string Words, IReadOnlyDictionary<BriefedAgency, int> Came) : ICommand<Guid>
{
    public Permission Permission => VoicePermissions.Keep;
}

internal sealed class RecordBriefingValidator : AbstractValidator<RecordBriefing>
{
    public RecordBriefingValidator(TimeProvider clock)
    {
        RuleFor(briefing => briefing.HeldOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the day on which it was held")
            .Must(day => day <= clock.Today()).WithMessage("This day is still to come. Write it down when it has been held")
            .Must(day => day >= clock.Today().AddYears(-3)).WithMessage("This day is more than three years ago. Check the year");
        RuleFor(briefing => briefing.Topic).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what it was about, in one line")
            .MaximumLength(Briefing.MaximumTopic).WithMessage($"Write {Briefing.MaximumTopic} characters or fewer");
        RuleFor(briefing => briefing.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what was said and what people asked")
            .MaximumLength(Briefing.MaximumWords).WithMessage($"Write {Briefing.MaximumWords} characters or fewer");
        RuleFor(briefing => briefing.Came).Must(came => came.Values.All(count => count is >= 0 and <= BriefingAttendance.Most))
            .WithMessage($"Write how many came as whole numbers from 0 to {BriefingAttendance.Most}");
    }
}

internal sealed class RecordBriefingHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<RecordBriefing, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(RecordBriefing request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var briefing = new Briefing { Id = Guid.CreateVersion7(now), HeldOn = request.HeldOn!.Value, Topic = request.Topic.Trim(), Words = request.Words.Trim(), At = now, By = actor.Id };
        context.Briefings.Add(briefing);
        context.BriefingAttendance.AddRange(Enum.GetValues<BriefedAgency>().Select(agency => new BriefingAttendance
        {
            Id = Guid.CreateVersion7(now),
            BriefingId = briefing.Id,
            Agency = agency,
            Came = request.Came.GetValueOrDefault(agency),
        }));
        audit.Record(context, VoicesAudit.Briefed, Briefing.Subject, briefing.Id);
        await context.SaveChangesAsync(cancellationToken);
        return briefing.Id;
    }
}
