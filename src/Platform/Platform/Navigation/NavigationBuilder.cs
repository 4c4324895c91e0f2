using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Navigation;

/// <summary>Which menu an entry belongs to.</summary>
public enum NavigationArea
{
    Public,
    Footer,
    Staff,
    My,
    Provider,
}

/// <param name="Order">Lower comes first; entries with the same order stand in the order of the modules.</param>
/// <param name="Permission">Guards the page behind it: a menu shows only what its reader may open, so menu and guard cannot drift.</param>
public sealed record NavigationEntry(NavigationArea Area, string Text, string Href, int Order, Permission Permission);

/// <summary>Collects the menus of all modules when the host starts.</summary>
public sealed class NavigationBuilder
{
    private readonly List<NavigationEntry> entries = [];

    public IReadOnlyList<NavigationEntry> Entries => [.. entries.OrderBy(entry => entry.Order)];

    public NavigationBuilder Add(NavigationArea area, string text, string href, int order, Permission permission)
    {
        entries.Add(new NavigationEntry(area, text, href, order, permission));
        return this;
    }
}
