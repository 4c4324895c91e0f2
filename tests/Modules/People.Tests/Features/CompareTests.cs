using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Features.Staff.AddContact;
using Medway.LocalOffer.People.Features.Staff.RecordDeath;
using Medway.LocalOffer.People.Features.Staff.RecordPerson;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Tests.Features;

/// <summary>Rows are linked only by a person's decision, and until there is one a death or a restriction holds whatever it may concern.</summary>
[Proves("messaging")]
public sealed class CompareTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string How = "A test asked for it";

    private readonly App app = new(cluster);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task TwoPeople_AfterADeath_WaitInMyWork_AndGoOnOnceSomebodyHasLooked()
    {
        var (family, other) = await SharedPhoneAsync();
        await app.DoAsync(new RecordDeath(other.ParentId, app.Clock.Today(), How));
        (await HeldAsync(family)).ShouldBe([HeldReason.BeingChecked]);
        using var staff = await app.SignInAsAsync(Roles.RegisterOfficer);

        var work = await staff.PageAsync("/staff");
        var href = work.All("main a").Select(link => link.GetAttribute("href")!).Single(link => link.StartsWith("/staff/people/compare/", StringComparison.Ordinal));
        (await staff.PageAsync("/staff/people/checks")).All($"a[href='{href}']").ShouldHaveSingleItem();
        (await staff.FillInAsync(href, ("Decision", ""), ("Reason", "x"))).MainText.ShouldContain("Choose what you found");
        (await staff.FillInAsync(href, ("Decision", "apart"), ("Reason", ""))).MainText.ShouldContain("Write why");
        var form = await staff.PageAsync(href);
        (await form.SubmitAsync(staff, "main form[method=post]", ("Decision", "apart"), ("Reason", "They share a phone"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitAsync(staff, "main form[method=post]", ("Decision", "apart"), ("Reason", "Late"))).Status.ShouldBe(HttpStatusCode.Conflict);

        (await HeldAsync(family)).ShouldBeEmpty();
        (await staff.PageAsync("/staff/people/checks")).MainText.ShouldContain("nothing to compare");
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await coordinator.PageAsync(href)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.PageAsync($"/staff/people/compare/{family.ParentId}/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OnePerson_MergedAndUndone_IsExactlyAsBefore()
    {
        var (family, other) = await SharedPhoneAsync();
        var before = await RowsAsync();
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        var at = $"/staff/people/compare/{family.ParentId}/{other.ParentId}";

        (await staff.FillInAsync(at, ("Decision", $"{family.ParentId}"), ("Reason", "Met them"))).Response.Headers.Location!.ToString().ShouldStartWith(Steps.At(family.ParentId));

        // One record now, whichever id is asked for; what is on either row counts.
        (await staff.PageAsync(Steps.At(other.ParentId))).Response.Headers.Location!.ToString().ShouldBe(Steps.At(family.ParentId));
        var kept = await staff.PageAsync(Steps.At(family.ParentId));
        kept.MainText.ShouldContain(other.Email);
        var told = await app.AskAsync<IReach, ReachAnswer>(reach => reach.AskAsync(new ReachQuestion(other.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell, family.EmailId), Given.Now));
        told.May.ShouldBeTrue();
        told.PersonId.ShouldBe(family.ParentId);
        await app.DoAsync(new RecordDeath(other.ParentId, app.Clock.Today(), How));
        (await HeldAsync(family)).ShouldBe([HeldReason.Died]);
        await app.DoAsync(new WithdrawDeath(other.ParentId, How));

        app.Clock.Move(TimeSpan.FromDays(29));
        using var later = await app.SignInAsAsync(Roles.TeamManager);
        kept = await later.PageAsync(Steps.At(family.ParentId));
        (await kept.SubmitAsync(later, "form[action$='Undo']", ("Reason", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await kept.SubmitAsync(later, "form[action$='Undo']", ("Reason", "Two people after all"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await kept.SubmitAsync(later, "form[action$='Undo']", ("Reason", "Once more"))).Status.ShouldBe(HttpStatusCode.Conflict);

        (await RowsAsync()).ShouldBe(before);
        (await later.PageAsync(Steps.At(family.ParentId))).MainText.ShouldNotContain(other.Email);
    }

    [Fact]
    public async Task Merge_After30Days_OrOfAChildAndAnAdult_IsRefused()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        (await staff.FillInAsync($"/staff/people/compare/{family.ParentId}/{other.ChildId}", ("Decision", $"{family.ParentId}"), ("Reason", "x"))).MainText
            .ShouldContain("They cannot be one person");
        await staff.FillInAsync($"/staff/people/compare/{family.ParentId}/{other.ParentId}", ("Decision", $"{family.ParentId}"), ("Reason", "Met them"));
        var kept = await staff.PageAsync(Steps.At(family.ParentId));
        kept.All("form[action$='Undo']").ShouldHaveSingleItem();

        app.Clock.Move(TimeSpan.FromDays(30));
        using var later = await app.SignInAsAsync(Roles.TeamManager);

        var page = await later.PageAsync(Steps.At(family.ParentId));
        page.MainText.ShouldContain("too long ago to undo");
        page.All("form[action$='Undo']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Duplicates_ListsSlipsAndSwaps_AndNobodyElse_AndMergesNothing()
    {
        var born = new DateOnly(2015, 3, 4);
        async Task<Guid> ChildAsync(string given, string family, DateOnly day) => await app.DoAsync(new RecordPerson(PersonKind.Child, given, family, "", day, IsSomebodyElse: true));
        var one = await ChildAsync("Riley", "Madeup", born);
        var slip = await ChildAsync("Reily", "Madeup", born);
        await ChildAsync("Frankie", "Invented", born);
        await ChildAsync("Riley", "Madeup", born.AddDays(1));
        using var staff = await app.SignInAsAsync(Roles.RegisterOfficer);

        var page = await staff.PageAsync("/staff/people/duplicates");

        var link = page.All("main tbody a").ShouldHaveSingleItem().GetAttribute("href");
        new[] { $"/staff/people/compare/{one}/{slip}", $"/staff/people/compare/{slip}/{one}" }.ShouldContain(link);
        page.MainText.ShouldNotContain("Riley");
        (await app.AskAsync(context => context.Persons.CountAsync(person => person.KeptId != person.Id, Given.Now))).ShouldBe(0);
        await staff.FillInAsync(link!, ("Decision", "apart"), ("Reason", "Twins"));
        (await staff.PageAsync("/staff/people/duplicates")).All("main tbody a").ShouldBeEmpty();
    }

    [Fact]
    public async Task Merge_BothWaysAtOnce_KeepsOne()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        var form = await staff.PageAsync($"/staff/people/compare/{family.ParentId}/{other.ParentId}");

        await Task.WhenAll(new[] { family.ParentId, other.ParentId }.SelectMany(id => Enumerable.Range(0, 3).Select(_ =>
            form.SubmitAsync(staff, "main form[method=post]", ("Decision", $"{id}"), ("Reason", "At once")))));

        (await app.AskAsync(context => context.Merges.CountAsync(merge => merge.UndoneAt == null, Given.Now))).ShouldBe(1);
        var rows = await app.AskAsync(context => context.Persons.Where(person => person.Id == family.ParentId || person.Id == other.ParentId).ToListAsync(Given.Now));
        rows.Select(row => row.KeptId).Distinct().ShouldHaveSingleItem();
        rows.ShouldContain(row => row.KeptId == row.Id);
    }

    private async Task<(MadeFamily Family, MadeFamily Other)> SharedPhoneAsync()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.DoAsync(new AddContact(other.ParentId, ContactPointKind.Phone, family.Phone, IsVerified: true, IsSafe: true, How));
        (await HeldAsync(family)).ShouldBeEmpty();
        return (family, other);
    }

    private async Task<IReadOnlyList<HeldReason>> HeldAsync(MadeFamily family) => (await app.AskAsync<IReach, ReachAnswer>(
        reach => reach.AskAsync(new ReachQuestion(family.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell), Given.Now))).Held;

    /// <summary>Everything that a merge could change, as the database holds it.</summary>
    private Task<List<string>> RowsAsync() => app.AskAsync(context => context.Database.SqlQuery<string>(
        $"""
        select concat_ws(' ', 'person', id, kept_id, is_dead, encode(name_index, 'hex')) as "Value" from people.persons
        union all select concat_ws(' ', 'contact', id, person_id, state, is_safe, encode(value, 'hex')) from people.contact_points
        union all select concat_ws(' ', 'relationship', id, person_id, child_id, encode(kind, 'hex')) from people.relationships
        order by 1
        """).ToListAsync(Given.Now));
}
