using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.SeeOldRegister;

/// <summary>
/// Puts the next so many families of the old register together, to be written to, or to be written to a second time because they did not answer. Nothing is
/// sent before somebody else lets the batch go.
/// </summary>
internal sealed record MakeLetters(int? Count, bool IsReminder = false) : ICommand<int>
{
    public const int Most = 500;

    /// <summary>Two at once would take the same families.</summary>
    public const string Lock = "register.old-letters";

    public Permission Permission => RegisterPermissions.Import;
}

internal sealed class MakeLettersValidator : AbstractValidator<MakeLetters>
{
    public MakeLettersValidator() => RuleFor(make => make.Count).NotNull().WithMessage("Write how many families, as a number")
        .InclusiveBetween(1, MakeLetters.Most).WithMessage($"Write a number from 1 to {MakeLetters.Most}");
}

internal sealed class MakeLettersHandler(RegisterDbContext context, RegisterReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<MakeLetters, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(MakeLetters request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(MakeLetters.Lock, cancellationToken);
        var unconfirmed = reader.For(PublicTask.KeepTheRegister).Where(entry => entry.State == EntryState.Unconfirmed).Select(entry => entry.Id);
        var today = clock.Today();
        var over = context.LetterBatches.Where(letters => letters.AnswerBy < today).Select(letters => (Guid?)letters.Id);
        var reachable = context.OldEntries.Where(old => old.HomeId != null && !old.IsHeldBack && unconfirmed.Contains(old.EntryId));
        var waiting = request.IsReminder
            ? reachable.Where(old => old.WrittenAt != null && old.AnsweredAt == null && old.RemindersId == null && over.Contains(old.LettersId))
            : reachable.Where(old => old.LettersId == null);
        var next = await waiting.OrderBy(old => old.ImportedAt).ThenBy(old => old.EntryId).Take(request.Count!.Value).ToListAsync(cancellationToken);
        if (next.Count == 0)
        {
            return Outcome.Conflict("There is nobody left to write to now. Load a file, or wait until the day to answer is over");
        }

        var now = clock.GetUtcNow();
        var letters = new OldLetters { Id = Guid.CreateVersion7(now), MadeAt = now, MadeBy = actor.Id, IsReminder = request.IsReminder };
        context.LetterBatches.Add(letters);
        foreach (var old in next)
        {
            old.LettersId ??= letters.Id;
            old.RemindersId = request.IsReminder ? letters.Id : null;
        }

        audit.Record(context, RegisterAudit.LettersMade, "old_letters", letters.Id, changes: [new AuditChange("letters", null, next.Count.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return next.Count;
    }
}
