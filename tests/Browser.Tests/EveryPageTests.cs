using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>Every HTML page of the running host, opened once at each width as the role that the table names first.</summary>
[Collection(Browser.Name)]
[Long]
[Proves("accounts")]
public sealed class EveryPageTests(Browsing browsing)
{
    private static readonly int[] Widths = [320, 1280];

    /// <summary>Each page is asked for once and looked at in both windows.</summary>
    [Fact]
    public async Task EveryPage_IsSoundAndAccessible()
    {
        await SampleRecords.AddAsync(browsing.App);
        var table = EndpointTable.Read();
        var pages = (await LiveEndpoint.OfAsync(browsing.App)).Where(endpoint => endpoint is { IsPage: true, Method: "GET", Address: not null }).ToList();
        Dictionary<string, string> titles = [];
        List<string> faults = [];
        var fields = 0;
        foreach (var (role, routes) in pages.GroupBy(page => RoleFor(table, page)).Select(group => (group.Key, group)))
        {
            await using var visit = await browsing.VisitAsync();
            await browsing.SignInAsAsync(visit, role);
            foreach (var page in routes)
            {
                var status = await visit.GoAsync(page.Address!);
                visit.TakeWrong();
                foreach (var width in Widths)
                {
                    await visit.Page.SetViewportSizeAsync(width, 900);
                    await visit.PictureAsync($"every{page.Route.Replace('/', '-')}-{width}");
                    faults.AddRange((await Axe.ViolationsAsync(visit.Page, page.Route)).Select(fault => $"{fault} at {width}"));
                    faults.AddRange((await visit.TooWideAsync()).Select(wide => $"{page.Route} at {width}: {wide}"));
                }

                var paste = await visit.Page.EvaluateAsync<PasteFields>(PasteFields.Script);
                fields += paste.Count;
                faults.AddRange(paste.Refusing.Select(name => $"{page.Route}: the field {name} does not take what is pasted"));
                var title = await visit.Page.TitleAsync();

                // A later step of signing in leads back to the first, and an old link to a page that says so: those are other pages.
                var isItself = status == 200 && new Uri(visit.Page.Url).AbsolutePath == page.Address;
                if (isItself && !titles.TryAdd(title, page.Route))
                {
                    faults.Add($"{page.Route} and {titles[title]} share the title “{title}”");
                }

                var headings = await visit.Page.Locator("h1").CountAsync();
                if (headings != 1)
                {
                    faults.Add($"{page.Route} has {headings} h1");
                }
            }
        }

        pages.Count.ShouldBeGreaterThan(5);
        fields.ShouldBeGreaterThan(100);
        faults.ShouldBeEmpty();
    }

    /// <returns>Empty when it is open to everyone.</returns>
    private static string RoleFor(IReadOnlyDictionary<(string Method, string Route), IReadOnlyList<string>> table, LiveEndpoint page) =>
        !table.TryGetValue((page.Method, page.Route), out var who) || who.Contains(EndpointTable.Everyone) ? ""
        : who[0] == EndpointTable.AllStaff ? Roles.LocalOfferOfficer
        : who[0];
}
