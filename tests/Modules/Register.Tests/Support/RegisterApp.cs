using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.EnterApplication;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests;

/// <summary>Most tests share one host: each makes a family of its own. Those that move the clock have a host of their own.</summary>
[CollectionDefinition(Name)]
public sealed class RegisterApp : ICollectionFixture<App>
{
    public const string Name = "register";
}

internal static class Given
{
    public const string Postcode = "ME4 9ZZ";

    private static int children;

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static AsyncServiceScope Scope(this App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    public static async Task<T> AskAsync<TService, T>(this App app, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static Task<RegisterEntry> EntryAsync(this App app, Guid id) =>
        app.AskAsync<RegisterReader, RegisterEntry>(reader => reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(entry => entry.Id == id, Now));

    public static Task<IReadOnlyList<AskedUse>> UsesAsync(this App app) => app.AskAsync<Wordings, IReadOnlyList<AskedUse>>(wordings => wordings.AskedAsync(Now));

    public static Task<bool> MayAsync(this App app, ConsentPurpose purpose, Guid child) => app.AskAsync<RegisterReader, bool>(reader => reader.MayAsync(purpose, child, Now));

    /// <summary>Whether a mailing of this use may go to this person now.</summary>
    public static Task<bool> MayAsync(this App app, ConsentPurpose purpose, Guid child, Guid giver) => app.AskAsync<RegisterReader, bool>(reader => reader.MayAsync(purpose, child, giver, Now));

    /// <summary>A setting of the council, as its page sets it; null takes the value away.</summary>
    public static async Task SetAsync(this App app, Setting<string?> setting, string? value)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(setting, value, "A test asked for it", Now);
    }

    /// <summary>Another parent who decides, with a verified e-mail address.</summary>
    public static async Task<Guid> OtherParentAsync(this App app, Guid child)
    {
        var parent = await app.PersonAsync(PersonKind.Adult);
        await app.RelateAsync(parent, child, RelationshipKind.Parent, decides: true);
        await app.AddEmailAsync(parent, $"register.parent{Interlocked.Increment(ref children)}@example.org");
        return parent;
    }

    /// <summary>Somebody of the family presses a button on their own page.</summary>
    public static async Task SayAsync(this App app, Guid person, Guid entry, ConsentPurpose purpose, bool isYes)
    {
        // Of two things said at one moment nobody knows which came last.
        using var client = await app.SignInFamilyAsync(person);
        var page = await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#say-{purpose}-{entry}", ("yes", isYes ? "true" : "false"));
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
    }

    /// <summary>Names of what the audit trail holds about a person, oldest first.</summary>
    public static Task<List<string>> TrailOfAsync(this App app, Guid personId) => app.AskAsync<RegisterDbContext, List<string>>(context => context.Database
        .SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where person_ids @> array[{personId}] order by at, id").ToListAsync(Now));

    /// <summary>A child of this age with a parent who decides, and whose e-mail address is verified.</summary>
    /// <remarks>Each has a birthday of its own: two with one birthday and names that are alike wait for somebody who compares them.</remarks>
    public static async Task<(Guid Child, Guid Parent)> ChildOfAgeAsync(this App app, int years)
    {
        var number = Interlocked.Increment(ref children);
        var child = await app.PersonAsync(PersonKind.Child, app.Clock.Today().AddYears(-years).AddDays(-number));
        var parent = await app.PersonAsync(PersonKind.Adult);
        await app.RelateAsync(parent, child, RelationshipKind.Parent, decides: true);
        await app.AddEmailAsync(parent, $"register.parent{number}@example.org");
        return (child, parent);
    }

    /// <summary>The same, in the form in which restrictions are made.</summary>
    public static async Task<MadeFamily> SmallFamilyAsync(this App app, int years)
    {
        var (child, parent) = await app.ChildOfAgeAsync(years);
        return new MadeFamily(child, parent, Guid.Empty, Guid.Empty, Guid.Empty, "", "", "");
    }

    public static async Task<DateOnly> BirthDateAsync(this App app, Guid child) =>
        (await app.AskAsync<IPeople, IReadOnlyDictionary<Guid, Person>>(people => people.FindAsync([child], Now)))[child].BornOn!.Value;

    /// <summary>An entry that came on paper and is live; yes to these uses.</summary>
    public static async Task<Guid> LiveAsync(this App app, Guid child, Guid? parent, params ConsentPurpose[] yes)
    {
        var entry = await app.EnteredAsync(child, parent, yes);
        await app.DoAsync(new RecordEvidence(entry, parent is null ? EvidenceKind.OwnIdentity : EvidenceKind.BirthCertificate, app.Clock.Today(), HasProvedContact: false));
        await app.DoAsync(new PutLive(entry));
        return entry;
    }

    /// <summary>An entry that came on paper and waits.</summary>
    public static async Task<Guid> EnteredAsync(this App app, Guid child, Guid? parent, params ConsentPurpose[] yes)
    {
        var uses = (await app.UsesAsync()).ToDictionary(use => use.Purpose.Slug, use => use.Shown);
        return await app.DoAsync(new EnterApplication(
            $"{child}", $"{parent}", EntrySource.Paper, Postcode, [nameof(Difficulty.Mobility)], "A school", SchoolHelp.SendSupport, "A club",
            yes.ToDictionary(purpose => purpose.Slug, _ => "yes"), uses));
    }

    public static (string, string?)[] Date(string field, DateOnly day) =>
        [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    /// <summary>Opens the page and sends its form.</summary>
    public static async Task<Page> FillInAsync(this HttpClient client, string address, params (string, string?)[] fields) =>
        await (await client.PageAsync(address)).SubmitAsync(client, "main form[method=post]", fields);

    /// <summary>The same, and it works; answers with where it leads.</summary>
    public static async Task<string> FilledInAsync(this HttpClient client, string address, params (string, string?)[] fields)
    {
        var page = await client.FillInAsync(address, fields);
        page.Status.ShouldBe(HttpStatusCode.Redirect, $"{address}: {page.MainText}");
        return page.Response.Headers.Location!.ToString();
    }

    /// <summary>Hands out the occurrences that are due, and the events that wait.</summary>
    public static async Task HandOutAsync(this App app)
    {
        const string Kind = "platform.occurrences-hand-out";
        await using (var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests"))
        {
            var context = scope.ServiceProvider.GetRequiredService<RegisterDbContext>();
            await app.Services.GetRequiredService<JobQueue>().EnqueueAsync(context, Kind, "tests");
            var now = app.Clock.GetUtcNow();
            await context.Database.ExecuteSqlAsync($"update platform.jobs set due_at = {now} where kind = {Kind} and key = 'tests' and state = 'waiting'");
        }

        await app.Services.GetRequiredService<JobRunner>().RunDueAsync();
        while (await app.Services.GetRequiredService<OutboxDispatcher>().DispatchAsync(Now) > 0)
        {
            // One batch after the other.
        }
    }
}
