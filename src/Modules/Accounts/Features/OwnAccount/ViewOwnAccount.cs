using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.OwnAccount;

internal sealed record ViewOwnAccount : IQuery<OwnAccount>
{
    public Permission Permission => AccountsPermissions.OwnAccount;
}

internal sealed record OwnAccount(
    string Name, string Email, bool HasApp, int RecoveryCodesLeft, IReadOnlyList<OwnPasskey> Passkeys, IReadOnlyList<OwnSession> Sessions);

internal sealed record OwnPasskey(string Id, DateTimeOffset CreatedAt);

internal sealed record OwnSession(DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

internal sealed class ViewOwnAccountHandler(AccountsDbContext context, Actor actor, TimeProvider clock) : IRequestHandler<ViewOwnAccount, Outcome<OwnAccount>>
{
    public async Task<Outcome<OwnAccount>> Handle(ViewOwnAccount request, CancellationToken cancellationToken)
    {
        var id = actor.AccountId!.Value;
        var account = await context.Users.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken);
        var (now, idleSince) = (clock.GetUtcNow(), clock.GetUtcNow() - Security.Sessions.Idle);
        var passkeys = await context.UserPasskeys.AsNoTracking().Where(passkey => passkey.UserId == id).ToListAsync(cancellationToken);
        return new OwnAccount(
            account.DisplayName,
            account.UserName!,
            account.AuthenticatorKey is not null,
            await context.RecoveryCodes.CountAsync(code => code.AccountId == id && code.UsedAt == null, cancellationToken),
            [.. passkeys.Select(passkey => new OwnPasskey(Convert.ToHexString(passkey.CredentialId), passkey.Data.CreatedAt))],
            await context.Sessions.AsNoTracking()
                .Where(s => s.AccountId == id && s.EndedAt == null && s.ExpiresAt > now && s.LastSeenAt > idleSince && s.Stamp == account.SecurityStamp)
                .OrderByDescending(s => s.LastSeenAt).Select(s => new OwnSession(s.CreatedAt, s.LastSeenAt)).ToListAsync(cancellationToken));
    }
}
