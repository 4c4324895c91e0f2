using System.Diagnostics;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class AuditTrailTests(PostgresCluster cluster)
{
    private static readonly AuditEvent Made = new("things.thing-made", "A thing was made.");

    [Fact]
    public async Task Record_Saved_HoldsWhoWhatAndWhen()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using var activity = new Activity("request").Start();
        var subject = Guid.CreateVersion7();
        var person = Guid.CreateVersion7();

        await app.SaveAsync((services, context) => services.GetRequiredService<AuditTrail>().Record(
            context, Made, "thing", subject, "asked", [new AuditChange("name", null, "new")], "testing", [person]));

        var entry = await app.AskAsync<string>(
            "select concat_ws('|', name, at at time zone 'utc', actor_kind, actor_id, subject_kind, subject_id, person_ids[1], reason, purpose, changes #>> '{0,after}', correlation_id) from platform.audit_entries");
        entry.ShouldBe($"things.thing-made|2026-03-02 09:00:00|cli|tester|thing|{subject}|{person}|asked|testing|new|{activity.TraceId}");
    }

    [Theory]
    [InlineData(DatabaseLogin.Public)]
    [InlineData(DatabaseLogin.Private)]
    public async Task Record_WebLogins_MayAddButNeverChange(DatabaseLogin login)
    {
        await using var app = await TestApp.StartAsync(cluster);

        await app.SaveAsync((services, context) => services.GetRequiredService<AuditTrail>().Record(context, Made, "thing", null), login);

        (await app.AskAsync<long>("select count(*) from platform.audit_entries")).ShouldBe(1);
        foreach (var sql in new[] { "update platform.audit_entries set reason = 'x'", "delete from platform.audit_entries", "truncate platform.audit_entries" })
        {
            (await Should.ThrowAsync<PostgresException>(() => app.SqlAsync(sql, login))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }
}
