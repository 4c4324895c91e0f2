using System.Security.Claims;
using System.Text.Encodings.Web;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Reads the session of staff and providers, tells <see cref="Actor"/> who acts, and leads the others to sign in.</summary>
internal sealed class StaffSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, CurrentSession current, Actor actor)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        current.Value = await sessions.FindAsync(Context, Context.RequestAborted);

        // A password alone opens nothing but the page that asks for the second factor, which looks at the session itself.
        if (current.Value is not { NeedsSecondFactor: false } session)
        {
            return AuthenticateResult.NoResult();
        }

        // At the other kind's door they are known and hold nothing: refused, not asked to sign in.
        if (Door.Of(session.Kind) == Door.Of(Request.Path))
        {
            actor.SignIn(session.ActorKind, session.AccountId.ToString("D"), session.Grants, session.Factors);
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, session.AccountId.ToString("D")), new Claim(ClaimTypes.Name, session.DisplayName)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var door = current.Value is { } half ? Door.Of(half.Kind) : Door.Of(Request.Path);
        var page = current.Value switch
        {
            null => door.SignIn,
            { HasSecondFactor: true } => door.SecondStep,
            _ => door.SetUp,
        };
        var wanted = Request.PathBase + Request.Path + Request.QueryString;
        Response.Redirect(page + QueryString.Create("return", wanted));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
