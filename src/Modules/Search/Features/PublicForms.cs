using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Search.Features;

/// <summary>How many packs and wishes one network may send in an hour. <c>Search:FormsPerNetwork</c> says otherwise.</summary>
internal sealed class PublicForms(IConfiguration configuration) : IDisposable
{
    private readonly NetworkLimit limit = new(configuration.GetValue("Search:FormsPerNetwork", 30), TimeSpan.FromHours(1));

    public bool Allows(HttpContext http) => limit.Allows(http);

    public void Dispose() => limit.Dispose();
}
