using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Mailings;
using Medway.LocalOffer.Register.Sharing;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>A guardian's yes does not outlive the guardianship: nothing leaves under it. A parent who still decides is the control.</summary>
[Proves("register")]
public sealed class EndedRightTests(App app) : IClassFixture<App>
{
    private const string Shares = "/staff/register/shares";

    [Fact]
    public async Task YesOfWhoDoesNotSpeakForTheChildAnyMore_PutsNobodyOnAList_AndSendsNothing()
    {
        var (child, mother) = await app.ChildOfAgeAsync(9);
        var (ward, _) = await app.ChildOfAgeAsync(9);
        var guardian = await app.PersonAsync(PersonKind.Adult);
        await app.RelateAsync(guardian, ward, RelationshipKind.SpecialGuardian, decides: true, to: app.Clock.Today().AddDays(3));
        await app.AddEmailAsync(guardian, "register.guardian@example.org");
        ConsentPurpose[] yes = [ConsentPurpose.ShareWithSchool, ConsentPurpose.NewsByEmail];
        await app.LiveAsync(child, mother, yes);
        await app.LiveAsync(ward, guardian, yes);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var share = (await officer.FilledInAsync("/staff/register/shares/new", ("Purpose", "share-school"), ("School", "A school"))).Split('#')[0];
        var (childs, wards) = (await app.FullNameAsync(child), await app.FullNameAsync(ward));
        (await officer.SavedListAsync(share)).ShouldContain(wards, customMessage: "the control: while the guardian speaks for the child");

        app.Clock.StandAt(app.Clock.GetUtcNow().AddDays(4));
        using var later = await app.SignInAsAsync(Roles.RegisterOfficer);
        var list = await later.SavedListAsync(share);
        list.ShouldContain(childs);
        list.ShouldNotContain(wards);
        var audience = await app.AskAsync<MailingAudience, Audience>(all => all.OfAsync(ConsentPurpose.NewsByEmail, MessageChannel.Email, Given.Now));
        audience.Will.Select(to => to.PersonId).ShouldContain(mother);
        audience.Will.Select(to => to.PersonId).ShouldNotContain(guardian);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EndOfARight_CallsBackOnce_WhatWasGivenOnItsYes_AndNotWhatAnotherParentsYesCovers(bool isRelationshipOver)
    {
        // The clock goes on between these tests: at one age two children could come to have one birthday.
        var age = isRelationshipOver ? 7 : 6;
        var (ward, guardian) = await app.ChildOfAgeAsync(age);
        var (shared, leaves) = await app.ChildOfAgeAsync(age);
        var stays = await app.OtherParentAsync(shared);
        var entry = await app.LiveAsync(ward, guardian, ConsentPurpose.ShareWithSchool);
        var covered = await app.LiveAsync(shared, leaves, ConsentPurpose.ShareWithSchool);
        await app.SayAsync(stays, covered, ConsentPurpose.ShareWithSchool, isYes: true);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        await officer.FilledInAsync($"{Shares}/new", ("Purpose", "share-school"), ("School", "A school"));

        // A change that takes no right away.
        await ChangeAsync(officer, guardian, ward);
        await app.HandOutAsync();
        (await ToTellAsync(officer, entry)).ShouldBe(0, "the control: while the right holds");

        var yesterday = app.Clock.Today().AddDays(-1);
        var end = isRelationshipOver ? Given.Date("To", yesterday) : [("HasResponsibility", "False")];
        await ChangeAsync(officer, guardian, ward, end);
        await ChangeAsync(officer, leaves, shared, end);
        await app.HandOutAsync();
        (await ToTellAsync(officer, entry)).ShouldBe(1);
        (await ToTellAsync(officer, covered)).ShouldBe(0, "the other parent’s yes covers it");
        (await officer.PageAsync("/staff")).MainText.ShouldContain("A family’s yes has ended, and somebody still has their data.");

        // The same said again is no second recall, not before the recipient was told and not after.
        await ChangeAsync(officer, guardian, ward, end);
        await app.HandOutAsync();
        (await ToTellAsync(officer, entry)).ShouldBe(1);
        (await (await officer.PageAsync(Shares)).SubmitAsync(officer, $"form[id$='{entry}']")).Status.ShouldBe(HttpStatusCode.Redirect);
        await ChangeAsync(officer, guardian, ward, end);
        await app.HandOutAsync();
        (await ToTellAsync(officer, entry)).ShouldBe(0);
        (await app.TrailOfAsync(ward)).Count(name => name == RegisterAudit.RecallAsked.Name).ShouldBe(1);

        // When the last yes goes, it is called back too.
        await ChangeAsync(officer, stays, shared, end);
        await app.HandOutAsync();
        (await ToTellAsync(officer, covered)).ShouldBe(1);
    }

    [Fact]
    public async Task RightThatEndsOnADayKnownBefore_IsCalledBackOnTheDayAfter_AndARestrictionEndsNone()
    {
        var (ward, guardian) = await app.ChildOfAgeAsync(8);
        var (other, parent) = await app.ChildOfAgeAsync(8);
        var entry = await app.LiveAsync(ward, guardian, ConsentPurpose.ShareWithSchool);
        var restricted = await app.LiveAsync(other, parent, ConsentPurpose.ShareWithSchool);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        await officer.FilledInAsync($"{Shares}/new", ("Purpose", "share-school"), ("School", "A school"));
        await app.RestrictAsync(other, HeldReason.NoContactOrder, parent);
        var last = app.Clock.Today().AddDays(3);
        await ChangeAsync(officer, guardian, ward, Given.Date("ResponsibilityTo", last));
        await app.HandOutAsync();
        await LookAsync();
        (await ToTellAsync(officer, entry)).ShouldBe(0, "the control: until the last day");

        app.Clock.StandAt(app.Clock.GetUtcNow().AddDays(4));
        await LookAsync();
        await LookAsync();
        using var later = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await ToTellAsync(later, entry)).ShouldBe(1);
        (await ToTellAsync(later, restricted)).ShouldBe(0);
        (await app.TrailOfAsync(ward)).Count(name => name == RegisterAudit.RecallAsked.Name).ShouldBe(1);
    }

    private static async Task<int> ToTellAsync(HttpClient officer, Guid entry) => (await officer.PageAsync(Shares)).All($"form[id$='{entry}']").Count;

    /// <summary>As an officer changes it on the page of the record.</summary>
    private async Task ChangeAsync(HttpClient officer, Guid person, Guid child, params (string, string?)[] fields)
    {
        var relationship = (await app.AskAsync<IPeople, IReadOnlyList<Relationship>>(people => people.AroundAsync(child, Given.Now))).Single(one => one.PersonId == person);
        await officer.FilledInAsync($"/staff/people/{person}/relationships/{relationship.Id}", [.. fields, ("How", "Order seen")]);
    }

    private async Task LookAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        await scope.ServiceProvider.GetRequiredService<RecallEndedRightsJob>().RunAsync(new JobContext(Guid.CreateVersion7(), RecallEndedRightsJob.Kind, null, "{}", 1), Given.Now);
    }
}
