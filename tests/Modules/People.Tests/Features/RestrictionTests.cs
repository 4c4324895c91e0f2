using System.Net;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Tests.Features;

/// <summary>What stands in the Safety table is seen by the duty and safety lead alone.</summary>
[Collection(PeopleApp.Name)]
[Proves("messaging")]
public sealed class RestrictionTests(App app)
{
    private const string HiddenStreet = "77 Nobody-Knows Lane";

    [Fact]
    public async Task Restrict_HidesTheAddressFromEverybodyElse_AndEndingItAsksForANewCheck()
    {
        var family = await app.FamilyAsync();
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        var at = Steps.At(family.ParentId, "/restrictions");
        (await coordinator.PageAsync(Steps.At(family.ParentId))).MainText.ShouldContain(family.Street, Case.Sensitive, "before, it is there to be seen");

        (await RecordAsync(lead, at, ("Kind", "Refuge"), ("Note", "Told by the police"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await HideAsync(lead, at, ("ContactKind", "Address"), ("Value", $"{HiddenStreet}\nElsewhere\nZZ99 1AA"), ("IsSafe", "True"), ("How", "Met there")))
            .Status.ShouldBe(HttpStatusCode.Redirect);

        (await lead.PageAsync(at)).MainText.ShouldContain(HiddenStreet);
        var record = await coordinator.PageAsync(Steps.At(family.ParentId));
        record.MainText.ShouldContain(Hiding.AskTheDutyManager);
        foreach (var page in new[] { record, await coordinator.PageAsync(Steps.At(family.ChildId)), await coordinator.PageAsync(Steps.At(family.ParentId, "/contacts/new")) })
        {
            page.Body.ShouldNotContain(HiddenStreet);
            page.Body.ShouldNotContain(family.Street);
            page.Body.ShouldNotContain(family.Email);
            page.Body.ShouldNotContain("efuge");
        }

        (await coordinator.FillInAsync(Steps.At(family.ParentId, "/contacts/new"), ("Kind", "Email"), ("Value", "x@example.org"), ("How", "x"))).MainText
            .ShouldContain(Hiding.AskTheDutyManager);
        (await ReachAsync(family, Channel.Letter)).ShouldSatisfyAllConditions(
            answer => answer.May.ShouldBeTrue(), answer => answer.To!.Lines[0].ShouldBe(HiddenStreet), answer => answer.To!.IsConfidential.ShouldBeTrue());
        (await ReachAsync(family, Channel.Email)).Held.ShouldBe([HeldReason.Refuge]);

        var page2 = await lead.PageAsync(at);
        (await page2.SubmitAsync(lead, "form[action$='End']", ("EndReason", "They moved out"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReachAsync(family, Channel.Email)).Held.ShouldBe([HeldReason.ContactPointUnusable]);
        (await app.AskAsync(context => context.HiddenContacts.CountAsync(contact => contact.PersonId == family.ParentId, Given.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task MarkSafe_OpensThatContactPointOnly_AndNotSafeClosesIt()
    {
        var family = await app.FamilyAsync();
        await app.HoldAsync(family, HeldReason.ConfidentialAddress);
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        var at = Steps.At(family.ParentId, "/restrictions");

        await MarkAsync("Safe");
        (await ReachAsync(family, Channel.Sms)).May.ShouldBeTrue();
        (await ReachAsync(family, Channel.Letter)).Held.ShouldBe([HeldReason.ConfidentialAddress]);
        await MarkAsync("NotSafe");
        (await ReachAsync(family, Channel.Sms)).Held.ShouldBe([HeldReason.ConfidentialAddress]);

        async Task MarkAsync(string decision)
        {
            var page = await lead.PageAsync(at);
            var form = page.All("form[action$='Mark']").Single(form => form.QuerySelector("[name=ContactId]")!.GetAttribute("value") == family.PhoneId.ToString());
            form.SetAttribute("data-mine", "yes");
            (await page.SubmitAsync(lead, "form[data-mine]")).MainText.ShouldContain("Choose what you found");
            (await page.SubmitAsync(lead, "form[data-mine]", ("Decision", decision))).MainText.ShouldContain("Write why");
            (await page.SubmitAsync(lead, "form[data-mine]", ("Decision", decision), ("How", "Rang and spoke to her"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task WhoLooked_TellsNobodyOfARestriction_NorOfALookAtAnothersRecord()
    {
        var family = await app.FamilyAsync();
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        (await RecordAsync(lead, Steps.At(family.ChildId, "/restrictions"), ("Kind", "NoContactOrder"), ("AgainstId", $"{family.ParentId}"), ("Note", "Order of 3 March")))
            .Status.ShouldBe(HttpStatusCode.Redirect);
        await lead.PageAsync(Steps.At(family.ChildId, "/restrictions"));
        await lead.PageAsync(Steps.At(family.ParentId, "/restrictions"));
        await lead.PageAsync(Steps.At(family.ChildId));
        using var parent = await app.SignInFamilyAsync(family.ParentId);

        (await parent.PageAsync("/my/who-looked")).MainText.ShouldNotContain(Roles.DutyLead);
        await lead.PageAsync(Steps.At(family.ParentId));
        (await parent.PageAsync("/my/who-looked")).MainText.ShouldContain(Roles.DutyLead, customMessage: "the control");
    }

    [Fact]
    public async Task Allowed_IsToldAllTheSame_AndNobodyElseIs()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.DoAsync(new People.Features.Staff.AddRelationship.AddRelationship(
            other.ParentId, family.ChildId, RelationshipKind.FosterCarer, null, null, HasResponsibility: false, null, null, "A test asked for it"));
        using var lead = await app.SignInAsAsync(Roles.DutyLead);

        (await RecordAsync(lead, Steps.At(family.ChildId, "/restrictions"), ("Kind", "SecretPlacement"), ("Allowed", $"{other.ParentId}"), ("Note", "Care plan")))
            .Status.ShouldBe(HttpStatusCode.Redirect);

        (await ReachAsync(other with { ChildId = family.ChildId }, Channel.Email)).May.ShouldBeTrue();
        (await ReachAsync(family, Channel.Email)).Held.ShouldBe([HeldReason.SecretPlacement]);
    }

    [Fact]
    public async Task End_WithTheSameContactTwice_KeepsOne()
    {
        var family = await app.FamilyAsync();
        await app.HoldAsync(family, HeldReason.Refuge);
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        var at = Steps.At(family.ParentId, "/restrictions");
        (await HideAsync(lead, at, ("ContactKind", "Phone"), ("Value", family.Phone), ("IsSafe", "True"), ("How", "Rang"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await (await lead.PageAsync(at)).SubmitAsync(lead, "form[action$='End']", ("EndReason", "Over"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await ReachAsync(family, Channel.Sms)).May.ShouldBeTrue();
        (await app.AskAsync(context => context.Contacts.CountAsync(
            contact => contact.PersonId == family.ParentId && contact.Kind == ContactPointKind.Phone && contact.State != ContactState.Ended, Given.Now))).ShouldBe(1);
    }

    [Theory]
    [InlineData("Kind", "", "Choose what it is")]
    [InlineData("Kind", "NoContactOrder", "Say against whom it is")]
    [InlineData("AgainstId", "Sam Sample", "nobody with this id")]
    [InlineData("Note", "", "Write how you know")]
    [InlineData("To.Day", "31", "Write a day")]
    public async Task Restrict_WithBadInput_IsRefusedInWords(string field, string value, string says)
    {
        var family = await app.FamilyAsync();
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        Dictionary<string, string?> fields = new() { ["Kind"] = "CareOrder", ["Note"] = "Order of 1 May", ["To.Month"] = "2", ["To.Year"] = "2031", ["To.Day"] = "1", [field] = value };

        var page = await RecordAsync(lead, Steps.At(family.ChildId, "/restrictions"), [.. fields.Select(pair => (pair.Key, pair.Value))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(says);
        page.One("[name='To.Year']").GetAttribute("value").ShouldBe("2031");
    }

    [Theory]
    [InlineData(Roles.EhcCoordinator)]
    [InlineData(Roles.TeamManager)]
    [InlineData(Roles.SafeguardingLead)]
    [InlineData(Roles.PlatformAdministrator)]
    public async Task Get_ByAnybodyElse_IsForbidden(string role)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(role);

        (await staff.PageAsync(Steps.At(family.ParentId, "/restrictions"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        (await lead.PageAsync(Steps.At(Guid.CreateVersion7(), "/restrictions"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.PageAsync(Steps.At(family.ParentId, "/restrictions"))).Status.ShouldBe(HttpStatusCode.OK);
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(PeopleAudit.RestrictionsViewed.Name);
    }

    private static async Task<Page> RecordAsync(HttpClient lead, string at, params (string, string?)[] fields) =>
        await (await lead.PageAsync(at)).SubmitAsync(lead, "form[action$='/restrictions']", fields);

    private static async Task<Page> HideAsync(HttpClient lead, string at, params (string, string?)[] fields) =>
        await (await lead.PageAsync(at)).SubmitAsync(lead, "form[action$='Hide']", fields);

    private async Task<ReachAnswer> ReachAsync(MadeFamily family, Channel channel) => (await app.AskAsync<IReach, IReadOnlyList<ReachAnswer>>(
        reach => reach.AskAsync([new(family.ParentId, family.ChildId, channel, ReachPurpose.Tell)], Given.Now)))[0];
}
