using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Feedback.Domain;

/// <summary>Nobody decides about what is said of their own page: somebody else reads it first.</summary>
internal sealed class OwnPages(IEnumerable<IPageMakers> makers, Actor actor)
{
    public const string Why = "You wrote this page or look after it. So somebody else has to read what is said about it, and decide";

    /// <param name="about">Path of the page; null for the whole site, which is nobody's own.</param>
    public async Task<bool> HasAsync(string? about, CancellationToken cancellationToken)
    {
        if (about is null || actor.AccountId is not { } account)
        {
            return false;
        }

        foreach (var maker in makers)
        {
            if (await maker.IsMadeByAsync(account, about, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
