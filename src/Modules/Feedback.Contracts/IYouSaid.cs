namespace Medway.LocalOffer.Feedback.Contracts;

/// <summary>What became of something that children, young people or parents said.</summary>
public enum YouSaidStatus
{
    /// <summary>It is done.</summary>
    Did,

    /// <summary>It will be done by a date.</summary>
    Will,

    /// <summary>It cannot be done; the response says why.</summary>
    Cannot,
}

/// <summary>One line of "You said, we did", published (SEND Regulations 2014, regs 55–56): words that no longer point at anybody.</summary>
/// <param name="Id">The same for ever, unique within <paramref name="Source"/>; letters, digits and hyphens, because it is an anchor in the page.</param>
/// <param name="Source">Where it was said, lower-case and one word: <c>comments</c>, <c>panel</c>.</param>
/// <param name="Said">What was said, summed up in plain words; never an answer as somebody wrote it before it was moderated.</param>
/// <param name="EasySaid">The same in Easy Read: short sentences, one idea each.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Response">What was done, will be done, or why it cannot be.</param>
/// <param name="EasyResponse">The same in Easy Read.</param>
/// <param name="By">The day by which it will be done, in London; null unless <paramref name="Status"/> is <see cref="YouSaidStatus.Will"/>.</param>
/// <param name="BeforePath">Where the page as it was can be read, a path of this site; null when there is none.</param>
/// <param name="AfterPath">Where what changed can be seen, a path of this site; null when there is none.</param>
/// <param name="People">How many people said it; every page shows "a few" in place of a number under 5.</param>
/// <param name="PublishedOn">The day in London; the year of the annual report that it stands in.</param>
public sealed record YouSaid(
    string Id, string Source, string Said, string EasySaid, YouSaidStatus Status, string Response, string EasyResponse, DateOnly? By, string? BeforePath,
    string? AfterPath, int People, DateOnly PublishedOn);

/// <summary>
/// A module's lines of "You said, we did". Module Feedback's public pages and the yearly report of comments gather all that are registered and its
/// own. Registered as scoped; asked under the public login, so it reads published rows alone.
/// </summary>
public interface IYouSaid
{
    /// <returns>Everything that is published at this moment, in any order.</returns>
    Task<IReadOnlyList<YouSaid>> PublishedAsync(CancellationToken ct);
}
