using FluentValidation;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Feedback.Features.Staff.SeeWorkingGroup;

/// <summary>Adds a task to try each term; answers its id.</summary>
/// <param name="Kind">Name of a <see cref="TaskKind"/>, as the form posts it.</param>
internal sealed record AddTaskScript(string Kind, string Words) : ICommand<Guid>
{
    public Permission Permission => FeedbackPermissions.WorkingGroup;
}

internal sealed class AddTaskScriptValidator : AbstractValidator<AddTaskScript>
{
    public AddTaskScriptValidator()
    {
        RuleFor(script => script.Kind).IsEnumName(typeof(TaskKind)).WithMessage("Choose what the task looks at");
        RuleFor(script => script.Words).Must(words => !string.IsNullOrWhiteSpace(words)).WithMessage("Write what people are asked to do")
            .MaximumLength(TaskScript.MaximumWords).WithMessage("Write {MaxLength} characters or fewer");
    }
}

internal sealed class AddTaskScriptHandler(FeedbackDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<AddTaskScript, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddTaskScript request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var script = new TaskScript { Id = Guid.CreateVersion7(now), Kind = Enum.Parse<TaskKind>(request.Kind), Words = request.Words.Trim(), At = now };
        context.TaskScripts.Add(script);
        audit.Record(context, FeedbackAudit.TaskAdded, TaskScript.Subject, script.Id);
        await context.SaveChangesAsync(cancellationToken);
        return script.Id;
    }
}
