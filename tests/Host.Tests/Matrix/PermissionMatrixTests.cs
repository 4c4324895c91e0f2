using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;

namespace Medway.LocalOffer.Host.Tests.Matrix;

/// <summary>Every endpoint of the running host, asked as every role and as nobody, against the table that people wrote.</summary>
[Proves("accounts")]
public sealed class PermissionMatrixTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Nobody = "nobody";

    private static readonly IReadOnlyList<string> Roles = [.. Platform.Security.Roles.OfStaff, Platform.Security.Roles.Provider, .. Platform.Security.Roles.OfFamilies];

    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Endpoints_AskedAsEveryRole_AnswerAsTheTableSays()
    {
        var table = EndpointTable.Read();
        await SampleRecords.AddAsync(app);
        var endpoints = await LiveEndpoint.OfAsync(app);
        List<string> differences =
        [
            .. endpoints.Where(endpoint => !table.ContainsKey((endpoint.Method, endpoint.Route))).Select(endpoint => $"not in the table: {endpoint.Method} {endpoint.Route}"),
            .. table.Keys.Except(endpoints.Select(endpoint => (endpoint.Method, endpoint.Route))).Select(missing => $"not in the host: {missing.Method} {missing.Route}"),
            .. endpoints.Where(endpoint => endpoint.Address is null).Select(endpoint => $"no live id (ISampleRoutes): {endpoint.Route}"),
        ];
        foreach (var role in Roles.Prepend(Nobody))
        {
            using var client = role == Nobody ? app.CreateClient()
                : Platform.Security.Roles.OfFamilies.Contains(role) ? await app.SignInFamilyAsync(Guid.CreateVersion7(), role, factors: 2)
                : await app.SignInAsAsync(role);
            foreach (var endpoint in endpoints.Where(endpoint => endpoint.Address is not null && table.ContainsKey((endpoint.Method, endpoint.Route))))
            {
                var may = May(table[(endpoint.Method, endpoint.Route)], role);
                var (isIn, problem) = await AskAsync(client, endpoint);
                if (isIn != may)
                {
                    differences.Add($"{role} {(may ? "may" : "may not")} but {(isIn ? "can" : "cannot")}: {endpoint.Method} {endpoint.Route}");
                }

                if (problem is not null)
                {
                    differences.Add($"{role}: {endpoint.Method} {endpoint.Route} {problem}");
                }
            }
        }

        differences.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Answers_ThatAreTooLoose_AreFound()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        var form = new LiveEndpoint("POST", "/staff/a", "/staff/a", IsPage: true);
        IsTaken(form, answer).ShouldBeTrue();
        IsTaken(form with { Route = "/feedback" }, answer).ShouldBeFalse("open to everybody");
        LooseCookie(answer).ShouldBeNull();
        answer.Headers.Add("Set-Cookie", ["good=1; path=/; secure; samesite=lax; httponly", "loose=1; path=/; secure; httponly"]);
        LooseCookie(answer).ShouldBe("loose");
        answer.StatusCode = HttpStatusCode.BadRequest;
        IsTaken(form, answer).ShouldBeFalse();
    }

    [Fact]
    public void May_ReadsTheTable()
    {
        var table = EndpointTable.Parse(["# a comment", "GET /a/{id}: everyone", "POST /b: all staff", "GET /c: Analyst, Provider"]);

        May(table[("GET", "/a/{id}")], Nobody).ShouldBeTrue();
        May(table[("POST", "/b")], Platform.Security.Roles.Analyst).ShouldBeTrue();
        May(table[("POST", "/b")], Platform.Security.Roles.Provider).ShouldBeFalse();
        May(table[("GET", "/c")], Platform.Security.Roles.Provider).ShouldBeTrue();
        May(table[("GET", "/c")], Nobody).ShouldBeFalse();
    }

    private static bool May(IReadOnlyList<string> who, string role) =>
        who.Contains(EndpointTable.Everyone)
        || who.Contains(role)
        || (who.Contains(EndpointTable.AllStaff) && Platform.Security.Roles.OfStaff.Contains(role));

    /// <summary>
    /// A POST carries no antiforgery token: whoever is let in is then told 400, and nothing is changed. A parameter's live id may be out of the
    /// role's scope, and a record that one may not see is not found: that is let in.
    /// </summary>
    private static async Task<(bool IsIn, string? Problem)> AskAsync(HttpClient client, LiveEndpoint endpoint)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), new Uri(endpoint.Address!, UriKind.Relative));
        using var response = await client.SendAsync(request);

        // A later step of signing in leads back to the first, which refuses nobody.
        var refused = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized
            || (response.StatusCode == HttpStatusCode.Redirect
                && !endpoint.Route.Contains("/sign-in", StringComparison.Ordinal)
                && response.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal));
        var missing = new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy" }
            .FirstOrDefault(header => !response.Headers.Contains(header));
        var problem = (int)response.StatusCode >= 500 && endpoint.Route != "/error/{status}"
            ? $"answers {(int)response.StatusCode}"
            : missing is not null ? $"has no {missing}"
            : endpoint.IsPage && !response.Headers.GetValues("Content-Security-Policy").Single().Contains("frame-ancestors 'none'", StringComparison.Ordinal) ? "may be framed"
            : IsPrivate(endpoint.Route) && response.Headers.CacheControl?.NoStore != true ? "may be stored by a cache"
            : IsTaken(endpoint, response) ? "is taken without the form's token"
            : LooseCookie(response) is { } cookie ? $"sets a cookie that others can use: {cookie}" : null;
        return (!refused, problem);
    }

    /// <summary>A form behind a sign-in, or on the way to one, that another site sent: it carries no token.</summary>
    private static bool IsTaken(LiveEndpoint endpoint, HttpResponseMessage response) =>
        endpoint.Method == "POST" && IsPrivate(endpoint.Route) && (int)response.StatusCode < 400
        && response.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) != true;

    /// <returns>The name of a cookie that a script, another site or a line without encryption would get; null when there is none.</returns>
    private static string? LooseCookie(HttpResponseMessage response) =>
        (response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            .Where(cookie => new[] { "; secure", "; httponly", "; samesite=" }.Any(flag => !cookie.Contains(flag, StringComparison.OrdinalIgnoreCase)))
            .Select(cookie => cookie.Split('=')[0]).FirstOrDefault();

    private static bool IsPrivate(string route) =>
        new[] { "/staff", "/provider", "/my", "/join" }.Any(group => route == group || route.StartsWith(group + "/", StringComparison.Ordinal));
}
