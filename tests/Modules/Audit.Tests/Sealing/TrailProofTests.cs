using System.Globalization;
using Medway.LocalOffer.Cli;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Audit.Tests.Sealing;

[Proves("accounts")]
public sealed class TrailProofTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Verify_Untouched_IsComplete()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(150);
        await trail.SealAsync(100);
        await trail.WriteAsync(3);

        var verdict = await trail.VerifyAsync();

        verdict.Fault.ShouldBeNull();
        (verdict.Entries, verdict.Waiting, verdict.Seals, verdict.Anchors, verdict.Unkeyed).ShouldBe((253, 3, 2, 2, 0));
    }

    [Fact]
    public async Task Verify_OddValues_ComeBackFromTheDatabaseAsTheyWere()
    {
        await using var trail = await Trail.StartAsync(cluster);
        trail.App.Clock.StandAt(new DateTimeOffset(2027, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1_234_567));
        await trail.SaveAsync(
            (audit, context) => audit.Record(
                context,
                Trail.Made,
                "thing",
                null,
                "ünïcode “quotes” \\ / \" ' < & \u2028 😀",
                [new AuditChange("b", " x ", null), new AuditChange("a", "{\"after\":1,  \"z\":2}", "\t\n"), new AuditChange("a", null, "")],
                "",
                [.. Enumerable.Range(0, 300).Select(_ => Guid.CreateVersion7())]),
            actor => actor.Become(ActorKind.PanelCode, "x", Roles.Author, Roles.Analyst));

        (await trail.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verify_OneFieldChanged_NamesTheRow(bool sealedBefore)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SaveAsync((audit, context) =>
            audit.Record(context, Trail.Made, "thing", Guid.CreateVersion7(), "asked", [new AuditChange("size", "1", "2")], "testing", [Guid.CreateVersion7()]));
        await trail.WriteAsync(4);
        if (sealedBefore)
        {
            await trail.SealAsync();
        }

        var id = (await trail.IdsAsync())[0];
        await trail.SqlAsync($"create table kept as select * from platform.audit_entries where id = '{id}'");
        foreach (var change in new[]
        {
            "name = 'things.thing-lost'", "at = at + interval '1 microsecond'", "actor_kind = 'job'", "actor_id = 'other'", "role = 'Author'", "subject_kind = 'thong'",
            "subject_id = null", "person_ids = '{}'", "purpose = null", "reason = 'Asked'", "changes = '[]'", "changes = '[{\"field\":\"size\",\"before\":\"1\",\"after\":\"3\"}]'",
            "changes = jsonb_set(changes, '{0,more}', '1')", "changes = '{}'", "correlation_id = 'x'", "mac = sha256('x')",
        })
        {
            await trail.TamperAsync($"update platform.audit_entries set {change} where id = '{id}'");

            var fault = (await trail.VerifyAsync()).Fault.ShouldNotBeNull(change);
            fault.EntryId.ShouldBe(id, change);
            fault.Day.ShouldNotBeNull();
            fault.What.ShouldContain("changed");

            await trail.TamperAsync($"delete from platform.audit_entries where id = '{id}'; insert into platform.audit_entries select * from kept");
            (await trail.VerifyAsync()).Fault.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("delete from audit.sealed_entries where entry_id = '{0}'")]
    public async Task Verify_OneRowRemoved_NamesIt(string andItsNote)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(20);
        await trail.SealAsync(20);
        var ids = await trail.IdsAsync();

        await trail.TamperAsync($"delete from platform.audit_entries where id = '{ids[25]}';" + string.Format(CultureInfo.InvariantCulture, andItsNote, ids[25]));

        var fault = (await trail.VerifyAsync()).Fault.ShouldNotBeNull();
        fault.What.ShouldContain("removed");
        fault.Seal.ShouldBe(2);

        // Without the note that it was sealed only its place is known: the one before this entry.
        fault.EntryId.ShouldBe(andItsNote.Length == 0 ? ids[25] : ids[26]);
    }

    [Theory]
    [InlineData("", "removed")]
    [InlineData("delete from audit.sealed_entries where seal_number = 2", "removed")]
    [InlineData("delete from audit.sealed_entries where seal_number = 2; delete from audit.seals where number = 2", "100 entries")]
    public async Task Verify_NewestHundredCut_NamesTheFirstOfThem(string andMore, string what)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(50);
        await trail.SealAsync(100);
        var ids = await trail.IdsAsync();
        (await trail.VerifyAsync()).Fault.ShouldBeNull();

        await trail.TamperAsync($"delete from platform.audit_entries where id = any('{{{string.Join(',', ids.Skip(50))}}}'); {andMore}");

        var fault = (await trail.VerifyAsync()).Fault.ShouldNotBeNull();
        fault.What.ShouldContain(what);
        fault.Seal.ShouldBe(2);
        fault.EntryId.ShouldBe(andMore.StartsWith("delete", StringComparison.Ordinal) && what == "removed" ? ids[149] : ids[50]);
        fault.Day.ShouldNotBeNull();
    }

    [Fact]
    public async Task Verify_CutAndSealedAnew_SaysSo()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(5);
        await trail.SealAsync(5);
        var ids = await trail.IdsAsync();

        await trail.TamperAsync(
            $"delete from platform.audit_entries where id = any('{{{string.Join(',', ids.Skip(5))}}}'); delete from audit.sealed_entries where seal_number = 2; delete from audit.seals where number = 2");
        await trail.SealAsync(5);

        var fault = (await trail.VerifyAsync()).Fault.ShouldNotBeNull();
        fault.What.ShouldContain("made anew");
        fault.Seal.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verify_ForgedRow_NamesIt(bool sealedAfter)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(5);
        var real = (await trail.IdsAsync())[2];
        var forged = Guid.CreateVersion7();

        // A copy of a real row, its code too, under an id of its own.
        var columns = "name, at, actor_kind, actor_id, role, subject_kind, subject_id, person_ids, purpose, reason, changes, correlation_id";
        var insert = $"insert into platform.audit_entries (id, {columns}, mac) select '{forged}', {columns}, {{0}} from platform.audit_entries where id = '{real}'";
        (await Should.ThrowAsync<PostgresException>(() => trail.SqlAsync(string.Format(CultureInfo.InvariantCulture, insert, "''::bytea"))))
            .ConstraintName.ShouldBe("ck_audit_entries_mac");
        await trail.SqlAsync(string.Format(CultureInfo.InvariantCulture, insert, "mac"));
        if (sealedAfter)
        {
            (await trail.SealAsync()).ShouldBe(1);
        }

        (await trail.VerifyAsync()).Fault.ShouldNotBeNull().EntryId.ShouldBe(forged);
    }

    [Fact]
    public async Task Verify_RowWithoutCode_IsTakenOnlyFromBeforeSealingBegan()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SqlAsync(
            """
            alter table platform.audit_entries drop constraint ck_audit_entries_mac;
            insert into platform.audit_entries (id, name, at, actor_kind, subject_kind, person_ids, changes, mac)
            values ('01900000-0000-7000-8000-000000000001', 'things.thing-made', '2026-11-20', 'cli', 'thing', '{}', '[]', '')
            """);
        await trail.SealAsync();
        var verdict = await trail.VerifyAsync();
        (verdict.Fault, verdict.Unkeyed).ShouldBe((null, 1));

        await trail.SqlAsync(
            """
            insert into platform.audit_entries (id, name, at, actor_kind, subject_kind, person_ids, changes, mac)
            values ('01900000-0000-7000-8000-000000000002', 'things.thing-made', '2026-11-23', 'cli', 'thing', '{}', '[]', '')
            """);
        var fault = (await trail.VerifyAsync()).Fault.ShouldNotBeNull();
        fault.EntryId.ShouldBe(Guid.Parse("01900000-0000-7000-8000-000000000002"));
        fault.What.ShouldContain("added");
    }

    [Theory]
    [InlineData("update audit.seals set total = 3, entries = 3 where number = 2", 2)]
    [InlineData("update audit.seals set day = day - 1 where number = 2", 2)]
    [InlineData("update audit.sealed_entries set position = case position when 0 then 1 else 0 end where seal_number = 2 and position < 2", 2)]
    [InlineData("delete from audit.sealed_entries where seal_number = 2; delete from audit.seals where number = 2", 2)]
    [InlineData("delete from audit.seals where number = 3", 3)]
    public async Task Verify_SpoiltSeal_NamesIt(string spoil, long number)
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(4);
        await trail.SealAsync(4);
        await trail.SealAsync(4);

        // The index over places would refuse them for a moment.
        await trail.TamperAsync("drop index audit.ix_sealed_entries_seal_number_position; " + spoil);

        (await trail.VerifyAsync()).Fault.ShouldNotBeNull().Seal.ShouldBe(number);
    }

    [Fact]
    public async Task Command_AnswersWithItsExitCode()
    {
        await using var trail = await Trail.StartAsync(cluster);
        await trail.SealAsync(5);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        (await new AuditCommand(trail.Services, output, errors).VerifyAsync()).ShouldBe(0);
        output.ToString().ShouldContain("5 entries in 1 seals");
        output.ToString().TrimEnd().ShouldEndWith("complete");

        var id = (await trail.IdsAsync())[3];
        await trail.TamperAsync($"update platform.audit_entries set reason = 'x' where id = '{id}'");
        (await new AuditCommand(trail.Services, output, errors).VerifyAsync()).ShouldBe(1);
        errors.ToString().ShouldContain(id.ToString());
    }

    [Fact]
    [Long]
    public async Task Verify_HundredThousandRows_TakesLittleMemory()
    {
        await using var trail = await Trail.StartAsync(cluster);
        var size = LongAttribute.Size(5_000, 100_000);
        for (var written = 0; written < size; written += 5_000)
        {
            await trail.WriteAsync(5_000);
        }

        (await trail.SealAsync()).ShouldBe(size);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var verdict = await trail.VerifyAsync();

        (verdict.Fault, verdict.Entries).ShouldBe((null, size));
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(20_000_000);
    }
}
