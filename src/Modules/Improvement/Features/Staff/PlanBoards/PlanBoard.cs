using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Reminders;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;

internal sealed record ListBoards : IQuery<IReadOnlyList<DateOnly>>
{
    public Permission Permission => ImprovementPermissions.PlanBoards;
}

internal sealed class ListBoardsHandler(ImprovementDbContext context) : IRequestHandler<ListBoards, Outcome<IReadOnlyList<DateOnly>>>
{
    public async Task<Outcome<IReadOnlyList<DateOnly>>> Handle(ListBoards request, CancellationToken cancellationToken) => Outcome.Ok<IReadOnlyList<DateOnly>>(
        await context.Boards.OrderByDescending(board => board.HeldOn).Select(board => board.HeldOn).ToListAsync(cancellationToken));
}

/// <summary>The SEND Partnership Board meets on this day. A day that has passed is refused: a cycle that has closed stays as it was.</summary>
internal sealed record PlanBoard(DateOnly? HeldOn) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.PlanBoards;
}

internal sealed class PlanBoardValidator : AbstractValidator<PlanBoard>
{
    public PlanBoardValidator(TimeProvider clock) => RuleFor(board => board.HeldOn).Cascade(CascadeMode.Stop)
        .NotNull().WithMessage("Write the day on which the board meets")
        .Must(day => day >= clock.Today()).WithMessage("This day has passed. Write a day that is still to come")
        .Must(day => day <= clock.Today().AddYears(2)).WithMessage("This day is more than two years away. Check the year");
}

internal sealed class PlanBoardHandler(ImprovementDbContext context, UpdateLadder ladder, AuditTrail audit, TimeProvider clock) : IRequestHandler<PlanBoard, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(PlanBoard request, CancellationToken cancellationToken)
    {
        var day = request.HeldOn!.Value;
        await context.Database.LockAsync("improvement.boards", cancellationToken);
        if (await context.Boards.AnyAsync(board => board.HeldOn == day, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.HeldOn), $"The board of {day.Long()} is written down already");
        }

        if (!ladder.Knows(day))
        {
            return Outcome.Invalid(nameof(request.HeldOn), "The bank holidays of that year are not known yet. Ask for them to be added, then send this again");
        }

        var board = new BoardMeeting { Id = Guid.CreateVersion7(clock.GetUtcNow()), HeldOn = day };
        context.Boards.Add(board);
        audit.Record(context, ImprovementAudit.BoardPlanned, BoardMeeting.Subject, board.Id, changes: [new AuditChange("held_on", null, $"{day:yyyy-MM-dd}")]);
        await context.SaveChangesAsync(cancellationToken);
        await ladder.PlanAsync(board, cancellationToken);
        return board.Id;
    }
}
