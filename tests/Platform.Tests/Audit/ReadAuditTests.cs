using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests;

[Proves("accounts")]
public sealed class ReadAuditTests(PostgresCluster cluster)
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public async Task Query_ShowsPeople_IsWrittenDownOnceWithAllOfThem()
    {
        await using var app = await StartAsync();

        var outcome = await SendAsync(app, new FindPeople(true));

        outcome.Value.PersonIds.ShouldBe([First, Second]);
        (await app.AskAsync<string>("select concat_ws('|', name, subject_kind, purpose, array_to_string(person_ids, ',')) from platform.audit_entries"))
            .ShouldBe($"things.people-found|list|casework|{First},{Second}");
    }

    [Fact]
    public async Task Query_FindsNobodyAtAll_IsNotWrittenDown()
    {
        await using var app = await StartAsync();

        (await SendAsync(app, new FindPeople(false))).Kind.ShouldBe(OutcomeKind.NotFound);

        (await app.AskAsync<long>("select count(*) from platform.audit_entries")).ShouldBe(0);
    }

    [Fact]
    public async Task Query_TraceCannotBeWritten_GivesNoData()
    {
        await using var app = await StartAsync();
        await app.SqlAsync("revoke insert on platform.audit_entries from web_private");
        await Should.ThrowAsync<DbUpdateException>(() => SendAsync(app, new FindPeople(true)));

        // With the right back it answers: it was the trace that stood in the way.
        await app.SqlAsync("grant insert on platform.audit_entries to web_private");
        (await SendAsync(app, new FindPeople(true))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Query_ResultDoesNotSayWhomItShows_GivesNoData()
    {
        await using var app = await StartAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(app, new ForgetfulQuery()));

        (await app.AskAsync<long>("select count(*) from platform.audit_entries")).ShouldBe(0);
    }

    [Fact]
    public async Task Digest_IsTheSameForTheSameValueOfAField_AndSaysNothing()
    {
        await using var app = await StartAsync();
        await using var scope = app.Scope();
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();

        var digest = trail.Digest("diagnosis", "autism").ShouldNotBeNull();

        digest.ShouldBe(trail.Digest("diagnosis", "autism"));
        digest.ShouldNotBe(trail.Digest("diagnosis", "autism "));
        digest.ShouldNotBe(trail.Digest("school", "autism"));
        digest.ShouldNotContain("autism");
        trail.Digest("diagnosis", null).ShouldBeNull();
    }

    private Task<TestApp> StartAsync() => TestApp.StartAsync(cluster, services =>
    {
        services.AddScoped<IRequestHandler<FindPeople, Outcome<FoundPeople>>, FindPeopleHandler>();
        services.AddScoped<IRequestHandler<ForgetfulQuery, Outcome<string>>, ForgetfulHandler>();
    });

    private static async Task<Outcome<T>> SendAsync<T>(TestApp app, IQuery<T> query)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(query, TestContext.Current.CancellationToken);
    }

    private sealed record FindPeople(bool Any) : IQuery<FoundPeople>, IReadsPeople
    {
        public Permission Permission => Permission.ReadPublished;

        public AuditEvent Event { get; } = new("things.people-found", "People were looked for");

        public string SubjectKind => "list";

        public Guid? SubjectId => null;

        public string? Purpose => "casework";
    }

    private sealed record FoundPeople(IReadOnlyList<Guid> PersonIds) : IShowsPeople;

    private sealed class FindPeopleHandler(ThingsDbContext context) : IRequestHandler<FindPeople, Outcome<FoundPeople>>
    {
        public async Task<Outcome<FoundPeople>> Handle(FindPeople request, CancellationToken cancellationToken)
        {
            // A read of its own first, as every handler has: the trace shares its transaction.
            await context.Set<Thing>().CountAsync(cancellationToken);
            return request.Any ? new FoundPeople([First, Second]) : Outcome.NotFound;
        }
    }

    private sealed record ForgetfulQuery : IQuery<string>, IReadsPeople
    {
        public Permission Permission => Permission.ReadPublished;

        public AuditEvent Event { get; } = new("things.people-found", "People were looked for");

        public string SubjectKind => "list";

        public Guid? SubjectId => null;

        public string? Purpose => null;
    }

    private sealed class ForgetfulHandler : IRequestHandler<ForgetfulQuery, Outcome<string>>
    {
        public Task<Outcome<string>> Handle(ForgetfulQuery request, CancellationToken cancellationToken) => Task.FromResult(Outcome.Ok("a name"));
    }
}
