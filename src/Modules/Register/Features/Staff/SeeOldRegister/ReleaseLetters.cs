using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.OldRegister;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.SeeOldRegister;

/// <summary>
/// Somebody lets a batch go: a letter to each family that is still to be asked. It names no child and says of nobody that they are on a list; whoever
/// opens it at an old address learns nothing. What speaks against a letter now is asked again here, and once more when it is sent and printed.
/// </summary>
internal sealed record ReleaseLetters(Guid Id) : ICommand<int>
{
    public const string Template = "register.old-entry";
    public const int DaysToAnswer = 28;

    public Permission Permission => RegisterPermissions.Import;
}

internal sealed class ReleaseLettersHandler(
    RegisterDbContext context, RegisterReader reader, OldCodes codes, IPeople people, IReach reach, IMessages messages, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<ReleaseLetters, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ReleaseLetters request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(MakeLetters.Lock, cancellationToken);
        if (await context.LetterBatches.SingleOrDefaultAsync(batch => batch.Id == request.Id, cancellationToken) is not { } letters)
        {
            return Outcome.NotFound;
        }

        if (letters.ReleasedAt is not null)
        {
            return Outcome.Conflict("These letters have been let go already");
        }

        if (letters.MadeBy is not null && letters.MadeBy == actor.Id)
        {
            return Outcome.Invalid("", "You put these letters together. Somebody else has to look before they go");
        }

        var now = clock.GetUtcNow();
        var by = clock.Today().AddDays(ReleaseLetters.DaysToAnswer);
        (letters.ReleasedAt, letters.ReleasedBy, letters.AnswerBy) = (now, actor.Id, by);
        var entries = await reader.For(PublicTask.KeepTheRegister).Where(entry => entry.State == EntryState.Unconfirmed).Join(
            context.OldEntries.Where(old => (letters.IsReminder ? old.RemindersId : old.LettersId) == letters.Id), entry => entry.Id, old => old.EntryId, (entry, old) => new { entry.ChildId, entry.ApplicantId, old }).ToListAsync(cancellationToken);
        var written = 0;
        foreach (var one in entries)
        {
            if (await SpeaksAgainstAsync(one.ApplicantId, one.ChildId, cancellationToken))
            {
                one.old.IsHeldBack = true;
                one.old.LettersId = letters.IsReminder ? one.old.LettersId : null;
                one.old.RemindersId = null;
                continue;
            }

            var code = OldCodes.New();
            written++;
            if (letters.IsReminder)
            {
                (one.old.ReminderDigest, one.old.RemindedAt) = (codes.DigestOf(code), now);
            }
            else
            {
                (one.old.CodeDigest, one.old.WrittenAt) = (codes.DigestOf(code), now);
            }

            audit.Record(context, RegisterAudit.OldWritten, RegisterEntry.Subject, one.old.EntryId, personIds: [.. new[] { one.ChildId, one.ApplicantId }.Distinct()]);
            await messages.RequestAsync(
                new MessageRequest(
                    ReleaseLetters.Template, $"register-old-{(letters.IsReminder ? "reminder" : "entry")} {one.old.EntryId}", one.old.HomeId, null, new Dictionary<string, string> { ["code"] = code, ["by"] = by.Long() })
                {
                    PersonId = one.ApplicantId,
                    Channel = MessageChannel.Letter,
                },
                cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        return written;
    }

    /// <summary>
    /// Nobody has seen yet who decides: that alone does not keep us from asking. An address that is to stay secret by now does, whosever it is: a letter to
    /// the old one could be read by the person from whom it is hidden.
    /// </summary>
    private async Task<bool> SpeaksAgainstAsync(Guid applicant, Guid child, CancellationToken cancellationToken) =>
        (await people.HeldFromAsync(applicant, child, cancellationToken)).Any(reason => reason != HeldReason.NoParentalResponsibility)
        || (await reach.AskAsync([.. new[] { applicant, child }.Distinct().Select(person => new ReachQuestion(person, null, Channel.Letter, ReachPurpose.Tell))], cancellationToken))
            .Any(answer => answer.To is { IsConfidential: true } || answer.Held.Any(Hides));

    private static bool Hides(HeldReason reason) => reason is HeldReason.ConfidentialAddress or HeldReason.Refuge or HeldReason.SecretPlacement;
}
