using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.SeeOldRegister;

/// <summary>Puts the next so many families of the old register together, to be written to. Nothing is sent before somebody lets the batch go.</summary>
internal sealed record MakeLetters(int? Count) : ICommand<int>
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
        var next = await context.OldEntries.Where(old => old.LettersId == null && old.HomeId != null && !old.IsHeldBack && unconfirmed.Contains(old.EntryId))
            .OrderBy(old => old.ImportedAt).ThenBy(old => old.EntryId).Take(request.Count!.Value).ToListAsync(cancellationToken);
        if (next.Count == 0)
        {
            return Outcome.Conflict("There is nobody left to write to. Load a file, or wait for answers");
        }

        var now = clock.GetUtcNow();
        var letters = new OldLetters { Id = Guid.CreateVersion7(now), MadeAt = now, MadeBy = actor.Id };
        context.LetterBatches.Add(letters);
        next.ForEach(old => old.LettersId = letters.Id);
        audit.Record(context, RegisterAudit.LettersMade, "old_letters", letters.Id, changes: [new AuditChange("letters", null, next.Count.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return next.Count;
    }
}
