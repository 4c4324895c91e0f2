using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Work;

/// <summary>Which page of a family's own a card stands on.</summary>
public enum MyPage
{
    /// <summary><c>/my</c>: stages, dates, who acts next. One factor opens it.</summary>
    Home,

    /// <summary><c>/my/documents</c>: two factors open it.</summary>
    Documents,
}

/// <summary>One thing that a family can open.</summary>
/// <param name="Title">Words of the link. On the home page never a name or a need: others may see the screen.</param>
/// <param name="Text">One or two short sentences.</param>
/// <param name="Href">A page under <c>/my</c>.</param>
/// <param name="Order">Lower comes first.</param>
public sealed record MyCard(MyPage Page, string Title, string Text, string Href, int Order);

/// <summary>A module's contribution to a family's own pages. Registered as scoped.</summary>
public interface IMyCards
{
    /// <returns>Only what <paramref name="actor"/> may open.</returns>
    Task<IReadOnlyList<MyCard>> ForAsync(Actor actor, CancellationToken cancellationToken);
}
