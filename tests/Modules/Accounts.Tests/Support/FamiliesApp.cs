using System.Collections.Concurrent;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.InviteFamily;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Accounts.Tests;

/// <summary>A host that keeps the messages it would send. Its limits by network are far away: tests have one network.</summary>
public sealed class FamiliesApp : App
{
    private int families;

    public FamiliesApp(PostgresCluster cluster)
        : base(cluster)
    {
        Settings["SignIn:TriesPerNetwork"] = "100000";
        Settings["SignIn:CodesPerNetwork"] = "100000";
        WithFamilies = true;
    }

    public HeardMessages Messages { get; } = new();

    /// <summary>As on the first day: every family is free again, and no message was sent.</summary>
    public async ValueTask ForgetAsync()
    {
        families = 0;
        Messages.Clear();
        await this.ForgetAccountsAsync();
    }

    /// <summary>Somebody of the demo families whom this test has not taken yet.</summary>
    public async Task<Member> MemberAsync()
    {
        await using var scope = this.Scope();
        var points = scope.ServiceProvider.GetRequiredService<IContactPoints>();
        while (true)
        {
            // Some families are there to show a hidden address or an e-mail that came back: nobody signs in with those.
            var email = $"first.family-{Interlocked.Increment(ref families):00}@example.org";
            if (await points.FindVerifiedAsync(ContactPointKind.Email, email, Given.Now) is { } found)
            {
                var all = await points.OfPersonAsync(found.PersonId, Given.Now);
                return new Member(found.PersonId, email, found.Id, all.Single(point => point.Kind == ContactPointKind.Phone).Id);
            }
        }
    }

    /// <summary>Invites through the operation, as staff do, and reads the link in the message.</summary>
    public async Task<string> InviteAsync(Member member, Guid? point = null)
    {
        await using var scope = this.Scope();
        var outcome = await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>()
            .Send(new InviteFamily(member.PersonId, point ?? member.Email, Roles.FamilyParty, "A test asked for it"), Given.Now);
        outcome.IsOk.ShouldBeTrue();
        return Messages.To(point ?? member.Email).Last(message => message.Template == "accounts.family-invitation").Values["path"];
    }

    /// <summary>Runs the jobs that send codes.</summary>
    /// <returns>The last code that went there.</returns>
    public async Task<string> CodeAsync(Guid contactPointId)
    {
        await Services.GetRequiredService<JobRunner>().RunDueAsync(Given.Now);
        return Messages.To(contactPointId).Last(message => message.Template is "accounts.family-code" or "accounts.join-code").Values["code"];
    }

    /// <summary>Invited, link opened, code typed.</summary>
    public async Task<HttpClient> BoundAsync(Member member)
    {
        var client = CreateClient();
        var link = await InviteAsync(member);
        await (await client.PageAsync(link)).SubmitAsync(client, "main form");
        (await client.TypeAsync(await CodeAsync(member.Email))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return client;
    }

    public Task<int> SessionsAsync() => this.AskAsync(context => Task.FromResult(context.Sessions.Count(session => session.AccessId != null)));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IMessages>(Messages)));
    }
}

/// <param name="Typed">What this person types to sign in.</param>
/// <param name="Email">Contact point.</param>
/// <param name="Phone">Contact point.</param>
public sealed record Member(Guid PersonId, string Typed, Guid Email, Guid Phone);

public sealed class HeardMessages : IMessages
{
    private readonly ConcurrentQueue<MessageRequest> heard = new();

    public Task RequestAsync(MessageRequest message, CancellationToken cancellationToken)
    {
        heard.Enqueue(message);
        return Task.CompletedTask;
    }

    public IReadOnlyList<MessageRequest> To(Guid contactPointId) => [.. heard.Where(message => message.ContactPointId == contactPointId)];

    public IReadOnlyList<MessageRequest> All => [.. heard];

    public int Count => heard.Count;

    public void Clear() => heard.Clear();
}

internal static class FamilySteps
{
    public const string SignIn = "/my/sign-in";
    public const string TypeCode = "/my/sign-in/code";

    /// <summary>Asks for a code on the sign-in page.</summary>
    public static async Task<Page> AskAsync(this HttpClient client, string typed, string address = SignIn) =>
        await (await client.PageAsync(address)).SubmitAsync(client, "main form", ("Contact", typed));

    public static async Task<Page> TypeAsync(this HttpClient client, string code, string address = TypeCode, params (string, string?)[] more) =>
        await (await client.PageAsync(address)).SubmitAsync(client, "main form", [("Code", code), .. more]);

    /// <summary>Six digits that are not these.</summary>
    public static string Wrong(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];

    public static IReadOnlyList<string> Cookies(this Page page) =>
        page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
}
