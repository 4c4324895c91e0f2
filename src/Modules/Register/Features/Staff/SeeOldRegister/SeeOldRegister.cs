using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.SeeOldRegister;

/// <summary>What became of the old register: how many came over, were written to, said yes, left, or did not answer. Counts only.</summary>
internal sealed record SeeOldRegister : IQuery<OldRegisterView>
{
    public Permission Permission => RegisterPermissions.Import;
}

internal sealed record OldRegisterView(Attrition Whole, IReadOnlyList<LettersLine> Batches);

/// <param name="Ready">Can be written to now.</param>
/// <param name="NoAddress">The old register had no address.</param>
/// <param name="HeldBack">Something in People speaks against a letter.</param>
/// <param name="Reminded">Written to a second time.</param>
/// <param name="ToRemind">Can be written to a second time now.</param>
/// <param name="NoAnswer">The day by which we asked for an answer last is over.</param>
/// <param name="Ended">Ended in another way before they answered: moved, died, or a person ended it.</param>
internal sealed record Attrition(int Imported, int Ready, int NoAddress, int HeldBack, int Written, int Reminded, int ToRemind, int Confirmed, int Left, int Waiting, int NoAnswer, int Ended);

internal sealed record LettersLine(Guid Id, bool IsReminder, DateTimeOffset MadeAt, DateTimeOffset? ReleasedAt, DateOnly? AnswerBy, int Letters, int Yes, int No);

internal sealed class SeeOldRegisterHandler(RegisterDbContext context, RegisterReader reader, TimeProvider clock) : IRequestHandler<SeeOldRegister, Outcome<OldRegisterView>>
{
    public async Task<Outcome<OldRegisterView>> Handle(SeeOldRegister request, CancellationToken cancellationToken)
    {
        var batches = await context.LetterBatches.AsNoTracking().OrderByDescending(letters => letters.MadeAt).ToListAsync(cancellationToken);
        var rows = await context.OldEntries.AsNoTracking().Join(
            reader.For(PublicTask.KeepTheRegister).AsNoTracking(), old => old.EntryId, entry => entry.Id,
            (old, entry) => new { old.LettersId, old.WrittenAt, old.RemindersId, old.RemindedAt, old.AnsweredAt, old.IsYes, old.IsHeldBack, HasHome = old.HomeId != null, IsUnconfirmed = entry.State == EntryState.Unconfirmed }).ToListAsync(cancellationToken);
        var today = clock.Today();
        var over = batches.Where(letters => letters.AnswerBy < today).Select(letters => (Guid?)letters.Id).ToHashSet();
        var silent = rows.Where(row => row is { WrittenAt: not null, IsYes: null, IsUnconfirmed: true }).ToList();
        return new OldRegisterView(
            new Attrition(
                rows.Count,
                rows.Count(row => row is { LettersId: null, IsYes: null, IsUnconfirmed: true, HasHome: true, IsHeldBack: false }),
                rows.Count(row => row is { IsYes: null, IsUnconfirmed: true, HasHome: false }),
                rows.Count(row => row is { IsYes: null, IsUnconfirmed: true, IsHeldBack: true }),
                rows.Count(row => row.WrittenAt is not null),
                rows.Count(row => row.RemindedAt is not null),
                silent.Count(row => row is { RemindersId: null, IsHeldBack: false } && over.Contains(row.LettersId)),
                rows.Count(row => row.IsYes == true),
                rows.Count(row => row.IsYes == false),
                silent.Count(row => !over.Contains(row.RemindedAt is null ? row.LettersId : row.RemindersId)),
                silent.Count(row => over.Contains(row.RemindedAt is null ? row.LettersId : row.RemindersId)),
                rows.Count(row => row is { IsYes: null, IsUnconfirmed: false })),
            [
                .. batches.Select(letters => (Letters: letters, Rows: rows.Where(row => (letters.IsReminder ? row.RemindersId : row.LettersId) == letters.Id).ToList())).Select(one => new LettersLine(
                    one.Letters.Id, one.Letters.IsReminder, one.Letters.MadeAt, one.Letters.ReleasedAt, one.Letters.AnswerBy,
                    one.Letters.ReleasedAt is null ? one.Rows.Count : one.Rows.Count(row => (one.Letters.IsReminder ? row.RemindedAt : row.WrittenAt) is not null),
                    one.Rows.Count(row => row.IsYes == true && IsAnswerTo(one.Letters, row.RemindedAt, row.AnsweredAt)),
                    one.Rows.Count(row => row.IsYes == false && IsAnswerTo(one.Letters, row.RemindedAt, row.AnsweredAt)))),
            ]);
    }

    /// <summary>Each answer counts once: for the second letter when it came after it.</summary>
    private static bool IsAnswerTo(OldLetters letters, DateTimeOffset? remindedAt, DateTimeOffset? answeredAt) => letters.IsReminder == (remindedAt is not null && answeredAt >= remindedAt);
}
