using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>What Accounts holds about a person of a family: their sign-in, and who opened their record in an emergency.</summary>
internal sealed class PersonalData(AccountsDbContext context, FamilyBinding binding, AuditTrail audit) : IPersonalData
{
    private const string Proof = "It shows who could see your page, and who opened your record (UK GDPR, article 5(2)). The council has not decided yet how long it is kept";

    public string Holder => "Sign-in";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        var access = await context.FamilyAccess.AsNoTracking().Where(a => a.PersonId == personId).OrderBy(a => a.InvitedAt).ToListAsync(cancellationToken);
        var ids = access.Select(a => (Guid?)a.Id).ToList();
        var sessions = await context.Sessions.AsNoTracking().Where(s => ids.Contains(s.AccessId)).OrderBy(s => s.CreatedAt)
            .Select(s => new { s.CreatedAt, s.IsShared, s.Factors }).ToListAsync(cancellationToken);
        var opened = await context.BreakGlasses.AsNoTracking().Where(glass => glass.PersonId == personId).OrderBy(glass => glass.OpenedAt)
            .Select(glass => new { glass.OpenedAt, glass.Reason }).ToListAsync(cancellationToken);
        return
        [
            .. access.Select(a => new PersonalRecord("Your sign-in", a.InvitedAt,
            [
                new("As", a.Role), new("State", State(a.State)), new("Code app", a.AuthenticatorKey is null ? "No" : "Yes"),
            ])),
            .. sessions.Select(session => new PersonalRecord("A time you signed in", session.CreatedAt,
                [new("On a device that others use", session.IsShared ? "Yes" : "No"), new("Showed a second time that it was you", session.Factors > 1 ? "Yes" : "No")])),
            .. opened.Select(glass => new PersonalRecord("Your record was opened in an emergency", glass.OpenedAt, [new("Why", Why(glass.Reason))])),
        ];
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = Of(personId);
        return
        [
            new("Ways to sign in that work", await context.FamilyAccess.CountAsync(a => a.PersonId == personId && a.State != FamilyAccessState.Ended, cancellationToken)),
            new("Times you signed in", await context.Sessions.CountAsync(s => ids.Contains(s.AccessId), cancellationToken)),
            new("Lines that say who could sign in as you, and since when", await context.FamilyAccess.CountAsync(a => a.PersonId == personId, cancellationToken), Proof),
            new("Times somebody opened your record in an emergency", await context.BreakGlasses.CountAsync(glass => glass.PersonId == personId, cancellationToken), Proof),
        ];
    }

    public async Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var ids = Of(personId);
        var erased = await EndAsync(personId, reason, cancellationToken)
            + await context.Sessions.Where(s => ids.Contains(s.AccessId)).ExecuteDeleteAsync(cancellationToken)
            + await context.FamilyCodes.Where(c => ids.Contains(c.AccessId)).ExecuteDeleteAsync(cancellationToken)
            + await context.FamilyAccess.Where(a => a.PersonId == personId && a.AuthenticatorKey != null).ExecuteUpdateAsync(set => set.SetProperty(a => a.AuthenticatorKey, (string?)null), cancellationToken);
        if (erased > 0)
        {
            audit.Record(context, FamilyAudit.Erased, FamilyAudit.Person, personId, reason, personIds: [personId]);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Nobody signs in as this person any more, from the next click on.</summary>
    public async Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var stopped = await EndAsync(personId, reason, cancellationToken);
        if (stopped > 0)
        {
            audit.Record(context, FamilyAudit.Ended, FamilyAudit.Person, personId, reason, personIds: [personId]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return stopped;
    }

    private async Task<int> EndAsync(Guid personId, string reason, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var access in await context.FamilyAccess.Where(a => a.PersonId == personId && a.State != FamilyAccessState.Ended).Select(a => a.Id).ToListAsync(cancellationToken))
        {
            ended += await binding.EndAsync(access, reason, cancellationToken);
        }

        return ended;
    }

    private IQueryable<Guid?> Of(Guid personId) => context.FamilyAccess.Where(a => a.PersonId == personId).Select(a => (Guid?)a.Id);

    private static string State(FamilyAccessState state) => state switch
    {
        FamilyAccessState.Invited => "Invited",
        FamilyAccessState.Active => "Works",
        _ => "Ended",
    };

    private static string Why(BreakGlassReason reason) => reason switch
    {
        BreakGlassReason.ChildAtRisk => "A child may have been at risk",
        BreakGlassReason.LegalDeadline => "A date that the law sets was near",
        BreakGlassReason.ColleagueAway => "Whoever works with you was away",
        BreakGlassReason.FamilyAsksNow => "You needed an answer at once",
        _ => "Another reason, which somebody has checked or will check",
    };
}
