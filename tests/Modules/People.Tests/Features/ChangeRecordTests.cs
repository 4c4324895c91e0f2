using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Tests.Features;

/// <summary>Changing a record by the forms that staff use, and what the send-time gate says afterwards.</summary>
[Collection(PeopleApp.Name)]
[Proves("messaging")]
public sealed class ChangeRecordTests(App app)
{
    [Fact]
    public async Task ChangeNames_IsFoundByTheNewOne_AndTheOldFormIsAConflict()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        var form = await staff.PageAsync(Steps.At(family.ChildId, "/change"));

        (await form.SubmitAsync(staff, "main form", ("FamilyName", "Renamed"), ("Reason", "Deed poll seen"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitAsync(staff, "main form", ("FamilyName", "Lost"), ("Reason", "Late"))).Status.ShouldBe(HttpStatusCode.Conflict);

        var child = await app.AskAsync(context => context.Persons.SingleAsync(person => person.Id == family.ChildId, Given.Now));
        child.FamilyName.ShouldBe("Renamed");
        (await staff.FindAsync(("GivenName", child.GivenName), ("FamilyName", "Renamed"))).MainText.ShouldContain(child.Reference);
        var changes = await app.AskAsync(context => context.Database.SqlQuery<string>(
            $"select changes::text as \"Value\" from platform.audit_entries where name = {PeopleAudit.Changed.Name} and subject_id = {family.ChildId}").SingleAsync(Given.Now));
        changes.ShouldContain("digest:");
        changes.ShouldNotContain("Renamed");
    }

    [Fact]
    public async Task Contact_AddedUnchecked_IsHeldUntilChecked_AndGoneWhenEnded()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        (await staff.FillInAsync(Steps.At(family.ChildId, "/contacts/new"), ("Kind", "Email"), ("Value", $"young.{family.Email}"), ("How", "They told us")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ChildId)).Held.ShouldBe([HeldReason.ContactPointUnusable]);
        var contact = await app.AskAsync(context => context.Contacts.SingleAsync(c => c.PersonId == family.ChildId, Given.Now));
        var at = Steps.At(family.ChildId, $"/contacts/{contact.Id}");
        (await staff.FillInAsync(at, ("Decision", "Checked"), ("How", "Answered a code"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ChildId)).May.ShouldBeTrue();
        (await staff.FillInAsync(at, ("Decision", "NotSafe"), ("How", "Their brother reads it"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ChildId)).Held.ShouldBe([HeldReason.ContactPointUnusable]);
        (await staff.FillInAsync(at, ("Decision", "End"), ("How", "Closed"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReachAsync(family.ChildId)).Held.ShouldBe([HeldReason.NoContactPoint]);
    }

    [Fact]
    public async Task Contact_WithBadInput_IsRefused_AndKeepsWhatWasTyped()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var at = Steps.At(family.ParentId, "/contacts/new");

        var typo = await staff.FillInAsync(at, ("Kind", "Email"), ("Value", "sam@gmial.com"), ("How", "Told"));
        typo.Status.ShouldBe(HttpStatusCode.BadRequest);
        typo.MainText.ShouldContain("Did you mean gmail.com?");
        typo.One("[name=Value]").TextContent.Trim().ShouldBe("sam@gmial.com");
        (await staff.FillInAsync(at, ("Kind", "Email"), ("Value", family.Email), ("How", "Told"))).MainText.ShouldContain("stands on the record already");
        (await staff.FillInAsync(at, ("Value", "x"), ("How", "Told"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync(at, ("Kind", "Phone"), ("Value", "07700 900777"), ("How", ""))).MainText.ShouldContain("Write why");
    }

    [Fact]
    public async Task Contact_SentFourTimesAtOnce_StandsOnce_AndTheOthersAreTold()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var form = await staff.PageAsync(Steps.At(family.ParentId, "/contacts/new"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            form.SubmitAsync(staff, "main form", ("Kind", "Phone"), ("Value", "07700 900778"), ("How", "They told us"))));

        answers.Count(answer => answer.Status == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var other in answers.Where(answer => answer.Status != HttpStatusCode.Redirect))
        {
            other.Status.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.BadRequest);
            other.One("[name=Value]").TextContent.Trim().ShouldBe("07700 900778");
        }

        (await app.AskAsync(context => context.Contacts.CountAsync(c => c.PersonId == family.ParentId && c.Kind == ContactPointKind.Phone, Given.Now))).ShouldBe(2);
    }

    [Fact]
    public async Task Relationship_AddedAndEnded_DecidesWhoIsTold()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        var at = Steps.At(other.ParentId, "/relationships/new");

        (await staff.FillInAsync(at, ("ChildId", "nobody"), ("Kind", "Relative"), ("HasResponsibility", "True"), ("How", "x"))).MainText
            .ShouldContain("no child or young person with this id");
        (await staff.FillInAsync(at, ("ChildId", $"{family.ChildId}"), ("Kind", "Relative"), ("How", "x"))).MainText.ShouldContain("Choose yes or no");
        (await staff.FillInAsync(at, ("ChildId", $"{family.ChildId}"), ("Kind", "Relative"), ("HasResponsibility", "True"), ("How", "Order seen")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(other.ParentId, family.ChildId)).May.ShouldBeTrue();

        var relationship = await app.AskAsync(context => context.Relationships.SingleAsync(r => r.PersonId == other.ParentId && r.ChildId == family.ChildId, Given.Now));
        (await staff.FillInAsync(Steps.At(other.ParentId, $"/relationships/{relationship.Id}"), [.. Steps.Date("To", app.Clock.Today().AddDays(-1)), ("How", "Order ended")]))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(other.ParentId, family.ChildId)).Held.ShouldBe([HeldReason.RelationshipEnded]);
        (await staff.PageAsync(Steps.At(family.ParentId, $"/relationships/{relationship.Id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Relationship_AgreedToByAGrownUpYoungPerson_IsWrittenDown_AndTakenBack()
    {
        var (family, today) = (await app.FamilyAsync(), app.Clock.Today());
        var young = await app.PersonAsync(PersonKind.Child, today.AddYears(-19));
        using var staff = await app.SignInAsAsync(Roles.TeamManager);
        (await staff.FillInAsync(Steps.At(family.ParentId, "/relationships/new"), ("ChildId", $"{young}"), ("Kind", "Parent"), ("HasResponsibility", "False"), ("How", "Told us")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ParentId, young)).Held.ShouldBe([HeldReason.NoParentalResponsibility]);
        var relationship = await app.AskAsync(context => context.Relationships.AsNoTracking().SingleAsync(r => r.ChildId == young, Given.Now));
        var at = Steps.At(family.ParentId, $"/relationships/{relationship.Id}");

        var refused = await staff.FillInAsync(at, [.. Steps.Date("AgreedOn", today.AddDays(2)), ("How", "The young person rang")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("is in the future");
        refused.One("[name='AgreedOn.Year']").GetAttribute("value").ShouldBe($"{today.AddDays(2).Year}", "what was typed is kept");
        (await staff.FillInAsync(at, [.. Steps.Date("AgreedOn", today), ("How", "The young person rang")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ParentId, young)).May.ShouldBeTrue();
        (await staff.PageAsync(Steps.At(family.ParentId))).MainText.ShouldContain("The young person agreed on");

        // The form says the day, so that saving something else does not lose it.
        (await staff.FillInAsync(at, ("How", "Looked at again"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ParentId, young)).May.ShouldBeTrue();
        (await staff.FillInAsync(at, ("AgreedOn.Day", ""), ("AgreedOn.Month", ""), ("AgreedOn.Year", ""), ("How", "The young person took it back"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ParentId, young)).Held.ShouldBe([HeldReason.NoParentalResponsibility]);
    }

    [Fact]
    public async Task Death_StopsEverything_AndCanBeTakenBack()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var at = Steps.At(family.ChildId, "/death");

        (await staff.FillInAsync(at, ("How", "The family rang"))).MainText.ShouldContain("Write the day of the death");
        (await staff.FillInAsync(at, [.. Steps.Date("DiedOn", app.Clock.Today().AddDays(2)), ("How", "x")])).MainText.ShouldContain("in the future");
        (await staff.FillInAsync(at, [.. Steps.Date("DiedOn", app.Clock.Today()), ("How", "The family rang")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ParentId, family.ChildId)).Held.ShouldBe([HeldReason.Died]);
        (await staff.PageAsync(Steps.At(family.ChildId))).MainText.ShouldContain("Nothing is sent");

        (await staff.FillInAsync(at, ("How", "A mistake of ours"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family.ParentId, family.ChildId)).May.ShouldBeTrue();
        (await app.AskAsync(context => context.Database
            .SqlQuery<string>($"select name as \"Value\" from platform.outbox where payload->>'personId' = {family.ChildId.ToString()}").ToListAsync(Given.Now)))
            .ShouldContain("people.person-died.v1");
    }

    [Fact]
    public async Task Preferences_OfStaffAndOfTheFamily_AreTheSame()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await staff.FillInAsync(Steps.At(family.ParentId, "/preferences"), ("Liked.Format", "LargePrint"), ("Liked.Channel", "Letter"))).Status.ShouldBe(HttpStatusCode.Redirect);

        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my")).All("a[href='/my/preferences']").ShouldNotBeEmpty();
        var page = await parent.PageAsync("/my/preferences");
        page.One("[name='Liked.Format'][checked]").GetAttribute("value").ShouldBe("LargePrint");
        (await page.SubmitAsync(parent, "main form", ("Liked.Earliest", "17:00"), ("Liked.Latest", "09:00"))).MainText.ShouldContain("must be after the first");
        (await page.SubmitAsync(parent, "main form", ("Liked.Language", "xx"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(parent, "main form", ("Liked.Language", "pl"), ("Liked.Earliest", "09:00"), ("Liked.Latest", "17:00"), ("Liked.CallFirst", "yes"))).Status
            .ShouldBe(HttpStatusCode.Redirect);

        (await app.AskAsync<IPeople, IReadOnlyDictionary<Guid, Preferences>>(people => people.PreferencesAsync([family.ParentId, family.ChildId], Given.Now)))
            .Values.ShouldBe(
            [
                new Preferences(family.ParentId, Channel.Letter, "pl", MessageFormat.LargePrint, new TimeOnly(9, 0), new TimeOnly(17, 0), AnyDay: false, CallFirst: true),
                Preferences.Usual(family.ChildId),
            ], ignoreOrder: true);
    }

    private async Task<ReachAnswer> ReachAsync(Guid personId, Guid? aboutId = null) => (await app.AskAsync<IReach, IReadOnlyList<ReachAnswer>>(
        reach => reach.AskAsync([new(personId, aboutId, Channel.Email, ReachPurpose.Tell)], Given.Now)))[0];
}
