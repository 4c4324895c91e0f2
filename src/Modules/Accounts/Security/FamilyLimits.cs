using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>How many codes one network may ask for in an hour. <c>SignIn:CodesPerNetwork</c> says otherwise.</summary>
internal sealed class FamilyLimits(IConfiguration configuration) : IDisposable
{
    private readonly NetworkLimit limit = new(configuration.GetValue("SignIn:CodesPerNetwork", 20), TimeSpan.FromHours(1));

    public bool Allows(HttpContext http) => limit.Allows(http);

    public void Dispose() => limit.Dispose();
}
