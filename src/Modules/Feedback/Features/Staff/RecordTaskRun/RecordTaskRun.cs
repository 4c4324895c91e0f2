using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.RecordTaskRun;

internal sealed record FindTaskScript(Guid Id) : IQuery<TaskScript>
{
    public Permission Permission => FeedbackPermissions.WorkingGroup;
}

internal sealed class FindTaskScriptHandler(FeedbackDbContext context) : IRequestHandler<FindTaskScript, Outcome<TaskScript>>
{
    public async Task<Outcome<TaskScript>> Handle(FindTaskScript request, CancellationToken cancellationToken) =>
        await context.TaskScripts.AsNoTracking().SingleOrDefaultAsync(script => script.Id == request.Id, cancellationToken) is { } script ? script : Outcome.NotFound;
}

/// <summary>Writes down how a task went on one day, once.</summary>
/// <param name="Tried">As it was typed.</param>
/// <param name="Managed">As it was typed.</param>
internal sealed record RecordTaskRun(Guid Id, DateOnly? RanOn, string Tried, string Managed) : ICommand<Done>
{
    public Permission Permission => FeedbackPermissions.WorkingGroup;

    /// <returns>Null when it is no count.</returns>
    public static int? Count(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= TaskRun.MostPeople ? count : null;
}

internal sealed class RecordTaskRunValidator : AbstractValidator<RecordTaskRun>
{
    public RecordTaskRunValidator(TimeProvider clock)
    {
        RuleFor(run => run.RanOn).NotNull().WithMessage("Write the day on which they tried it")
            .Must(day => day is null || (day <= clock.Today() && day > clock.Today().AddYears(-5))).WithMessage("The day lies ahead, or more than five years back");
        RuleFor(run => run.Tried).Must(typed => RecordTaskRun.Count(typed) > 0).WithMessage($"Write how many tried it, from 1 to {TaskRun.MostPeople}");
        RuleFor(run => run.Managed).Must(typed => RecordTaskRun.Count(typed) is not null).WithMessage($"Write how many managed it, from 0 to {TaskRun.MostPeople}")
            .Must((run, typed) => !(RecordTaskRun.Count(typed) > RecordTaskRun.Count(run.Tried))).WithMessage("More managed it than tried it. Check both");
    }
}

internal sealed class RecordTaskRunHandler(FeedbackDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<RecordTaskRun, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RecordTaskRun request, CancellationToken cancellationToken)
    {
        if (!await context.TaskScripts.AnyAsync(script => script.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        if (await context.TaskRuns.AnyAsync(run => run.ScriptId == request.Id && run.RanOn == request.RanOn, cancellationToken))
        {
            return Outcome.Conflict("How this task went on that day is written down already");
        }

        var now = clock.GetUtcNow();
        context.TaskRuns.Add(new TaskRun
        {
            Id = Guid.CreateVersion7(now),
            ScriptId = request.Id,
            RanOn = request.RanOn!.Value,
            Tried = RecordTaskRun.Count(request.Tried)!.Value,
            Managed = RecordTaskRun.Count(request.Managed)!.Value,
            At = now,
        });
        audit.Record(context, FeedbackAudit.TaskRecorded, TaskScript.Subject, request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
