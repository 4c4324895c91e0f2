using System.Security.Claims;
using System.Text.Encodings.Web;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Reads the session of a family, tells <see cref="Actor"/> who acts, and leads the others to sign in.</summary>
internal sealed class FamilySignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FamilySessions sessions, CurrentFamily current, Actor actor)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        current.Value = await sessions.FindAsync(Context, Context.RequestAborted);
        if (current.Value is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        var person = session.PersonId.ToString("D");
        actor.SignIn(ActorKind.Family, person, [session.Grant], session.Factors);
        Context.Items[InsideFrames.IdleMinutes] = (int)(session.IsShared ? FamilySessions.IdleWhenShared : FamilySessions.Idle).TotalMinutes;

        // No name: we do not have one, and antiforgery needs something to tell people apart by.
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wanted = Request.PathBase + Request.Path + Request.QueryString;
        Response.Redirect(FamilyDoor.SignIn + QueryString.Create("return", wanted));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>Whose form it was that came too late. Of a shared device nothing is kept.</summary>
internal sealed class LastFamilySession(FamilySessions sessions) : ILastSession
{
    public async Task<string?> ActorIdAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Request.Path.StartsWithSegments(FamilyDoor.Path, StringComparison.OrdinalIgnoreCase)
        && await sessions.LastAsync(context, cancellationToken) is (var personId, false)
            ? personId.ToString("D")
            : null;
}
