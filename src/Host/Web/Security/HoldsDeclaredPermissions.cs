using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authorization;

namespace Medway.LocalOffer.Web.Security;

/// <summary>
/// The fallback policy. An endpoint that is not for everybody declares a <see cref="Permission"/> in its metadata, a page names one with
/// <see cref="NeedsAttribute"/>; whoever does not hold every one of them, and whoever asks for an endpoint that declares none, is refused.
/// </summary>
internal sealed class HoldsDeclaredPermissions : IAuthorizationRequirement;

internal sealed class HoldsDeclaredPermissionsHandler(Actor actor, PermissionRegistry permissions) : AuthorizationHandler<HoldsDeclaredPermissions>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsDeclaredPermissions requirement)
    {
        var metadata = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata;
        List<Permission> declared =
        [
            .. metadata?.GetOrderedMetadata<Permission>() ?? [],
            .. (metadata?.GetOrderedMetadata<NeedsAttribute>() ?? []).Select(needs => permissions.Named(needs.Permission)),
        ];
        if (declared.Count > 0 && declared.All(actor.May))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
