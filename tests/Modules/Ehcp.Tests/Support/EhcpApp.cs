using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Tests share one host: each makes a family of its own.</summary>
[CollectionDefinition(Name)]
public sealed class EhcpApp : ICollectionFixture<App>
{
    public const string Name = "ehcp";
}

internal static class Given
{
    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static AsyncServiceScope Scope(this App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    public static async Task<T> AskAsync<T>(this App app, Func<EhcpDbContext, Task<T>> ask)
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<EhcpDbContext>());
    }

    /// <summary>Names of what the audit trail holds about a person, oldest first.</summary>
    public static Task<List<string>> TrailOfAsync(this App app, Guid personId) => app.AskAsync(context => context.Database
        .SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where person_ids @> array[{personId}] order by at, id").ToListAsync(Now));

    public static (string, string?)[] Date(string field, DateOnly day) =>
        [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    /// <summary>Opens the page and sends its form.</summary>
    public static async Task<Page> FillInAsync(this HttpClient client, string address, params (string, string?)[] fields) =>
        await (await client.PageAsync(address)).SubmitAsync(client, "main form[method=post]", fields);

    private static (string Name, string? Value)[] Usual(Guid childId, DateOnly receivedOn) => [("Child", $"{childId}"), ("AskedBy", "Parent"), .. Date("ReceivedOn", receivedOn)];

    /// <summary>Logs a request by the form, of a parent unless the fields say otherwise; the officer who is signed in looks after it.</summary>
    public static Task<Page> LogAsync(this HttpClient staff, Guid childId, DateOnly receivedOn, params (string Name, string? Value)[] fields) => staff.FillInAsync(
        "/staff/ehcp/requests/new",
        [.. Usual(childId, receivedOn).ExceptBy(fields.Select(field => field.Name), field => field.Name), .. fields]);

    /// <summary>Address of a fresh record.</summary>
    public static async Task<string> LoggedAsync(this HttpClient staff, Guid childId, DateOnly receivedOn, params (string, string?)[] fields)
    {
        var page = await staff.LogAsync(childId, receivedOn, fields);
        page.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, page.MainText);
        return page.Response.Headers.Location!.ToString().Split('#')[0];
    }

    /// <summary>Records one event by its form.</summary>
    public static async Task<Page> RecordAsync(this HttpClient staff, string record, string kind, DateOnly on, params (string, string?)[] fields) =>
        await staff.FillInAsync($"{record}/events/new?kind={kind}", [.. Date("On", on), .. fields]);

    /// <summary>The same, and it works.</summary>
    public static async Task RecordedAsync(this HttpClient staff, string record, string kind, DateOnly on, params (string, string?)[] fields)
    {
        var page = await staff.RecordAsync(record, kind, on, fields);
        page.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, $"{kind}: {page.MainText}");
    }

    /// <summary>Writes down a call to one of the family, by its form.</summary>
    public static async Task CalledAsync(this HttpClient staff, string record, Guid personId, string outcome = "Spoken")
    {
        var page = await staff.FillInAsync($"{record}/calls/new", ("Person", $"{personId}"), ("Outcome", outcome));
        page.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, page.MainText);
    }

    /// <summary>The row of the table of dates that begins with these words.</summary>
    public static string DateRow(this Page page, string name) =>
        page.All("section[aria-labelledby=dates] tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .FirstOrDefault(row => row.StartsWith(name, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"There is no date '{name}': {page.MainText}");

    public static DateOnly Today(this App app) => app.Clock.Today();
}
