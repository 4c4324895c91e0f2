using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Feedback.Features.GiveFeedback;

/// <summary>
/// How often one network may tell us something in ten minutes. <c>Feedback:PerNetwork</c> says otherwise for words, <c>Feedback:VotesPerNetwork</c>
/// for yes and no: a whole class may say whether a page helped.
/// </summary>
internal sealed class FeedbackLimits(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly NetworkLimit words = new(configuration.GetValue("Feedback:PerNetwork", 30), Window);
    private readonly NetworkLimit votes = new(configuration.GetValue("Feedback:VotesPerNetwork", 300), Window);

    public bool Allows(HttpContext http) => words.Allows(http);

    public bool AllowsVote(HttpContext http) => votes.Allows(http);

    public void Dispose()
    {
        words.Dispose();
        votes.Dispose();
    }
}
