using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>Partners and board members see and say much, and reach no child.</summary>
[Proves("improvement")]
public sealed class GuestsTests(App app) : IClassFixture<App>
{
    /// <summary>The surname of every family that tests make up.</summary>
    private const string Surname = "Madeup";

    private static readonly string[] Guests = [Roles.PartnerGuest, Roles.BoardMember];

    [Fact]
    public async Task Guests_OpeningEveryAddressThereIs_ReachTheOwnPlanAndNoChild()
    {
        await SampleRecords.AddAsync(app);
        var addresses = (await LiveEndpoint.OfAsync(app)).Where(endpoint => endpoint is { Method: "GET", Address: not null } && IsInside(endpoint.Route)).ToList();
        foreach (var role in Guests)
        {
            using var guest = await app.SignInAsAsync(role);
            List<string> opened = [];
            foreach (var endpoint in addresses)
            {
                using var answer = await guest.GetAsync(new Uri(endpoint.Address!, UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    opened.Add(endpoint.Route);
                    (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(Surname, Case.Insensitive, $"{role}: {endpoint.Route}");
                }
            }

            opened.ShouldContain("/staff/improvement/dashboard");
            opened.ShouldContain("/staff/improvement/packs/{id}");
            opened.ShouldContain("/staff/improvement/parts/{id}/comment");
            opened.Where(route => !route.StartsWith("/staff/improvement", StringComparison.Ordinal) && !IsOwn(route)).ShouldBeEmpty(role);
        }

        // The same addresses do lead to children for whoever works with them.
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        var seen = 0;
        foreach (var endpoint in addresses.Where(endpoint => endpoint.Route.StartsWith("/staff/people", StringComparison.Ordinal) || endpoint.Route.StartsWith("/staff/ehcp", StringComparison.Ordinal)))
        {
            using var answer = await coordinator.GetAsync(new Uri(endpoint.Address!, UriKind.Relative), TestContext.Current.CancellationToken);
            seen += answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(Surname, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        seen.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Dashboard_ForAGuest_HasFiguresAndNoSmallNumber()
    {
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);

        var page = await guest.PageAsync("/staff/improvement/dashboard");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All("section[aria-labelledby=figures] tbody tr").Count.ShouldBeGreaterThan(10);
        page.All("section[aria-labelledby=figures] td.num").Select(cell => cell.TextContent.Trim())
            .ShouldAllBe(figure => !IsSmall(figure));
        page.All("section[aria-labelledby=open] tbody tr").Count.ShouldBe(5);
    }

    private static bool IsSmall(string figure) => int.TryParse(figure, System.Globalization.CultureInfo.InvariantCulture, out var count) && count < 5;

    private static bool IsInside(string route) =>
        new[] { "/staff", "/my", "/provider" }.Any(door => route == door || route.StartsWith(door + "/", StringComparison.Ordinal));

    /// <summary>Their own account, My work, and the ways in; and the register in numbers, which are rounded for them, the small ones hidden.</summary>
    private static bool IsOwn(string route) =>
        route is "/staff" or "/staff/register/planning" or "/staff/account" or "/staff/still-here" or "/staff/calendars" || route.Contains("/sign-in", StringComparison.Ordinal) || route.StartsWith("/staff/account/", StringComparison.Ordinal);
}
