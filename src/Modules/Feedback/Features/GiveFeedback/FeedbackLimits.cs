using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Feedback.Features.GiveFeedback;

/// <summary>How often one network may tell us something in ten minutes. <c>Feedback:PerNetwork</c> says otherwise.</summary>
internal sealed class FeedbackLimits(IConfiguration configuration) : IDisposable
{
    private readonly NetworkLimit limit = new(configuration.GetValue("Feedback:PerNetwork", 30), TimeSpan.FromMinutes(10));

    public bool Allows(HttpContext http) => limit.Allows(http);

    public void Dispose() => limit.Dispose();
}
