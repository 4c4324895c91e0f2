using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.LifeCycle;

/// <summary>Years go by.</summary>
[Proves("register")]
public sealed class LifeCycleTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task NobodyAnswers_ThreeAskings_ThenLapsed_AndOnePressIsLiveAgain()
    {
        StandToday();
        var (child, parent) = await app.ChildOfAgeAsync(6);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        var first = app.Clock.Today().AddYears(1);
        await GoToAsync(first.AddDays(-1));
        (await AskingsAsync(entry)).ShouldBe(0);
        await GoToAsync(first);
        (await AskingsAsync(entry)).ShouldBe(1);
        await GoToAsync(first.AddDays(14));
        await GoToAsync(first.AddDays(28));
        (await AskingsAsync(entry)).ShouldBe(3);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeTrue();

        await GoToAsync(first.AddMonths(3));
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Lapsed);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeFalse();
        (await app.AskAsync<RegisterReader, bool>(reader => reader.For(PublicTask.PlanServices).AnyAsync(one => one.Id == entry, Given.Now))).ShouldBeTrue();

        using var client = await app.SignInFamilyAsync(parent);
        await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#confirm-{entry}");
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Live);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeTrue();
    }

    [Fact]
    public async Task Confirmed_IsAskedNoMoreThisYear()
    {
        StandToday();
        var (child, parent) = await app.ChildOfAgeAsync(6);
        var entry = await app.LiveAsync(child, parent);
        var first = app.Clock.Today().AddYears(1);
        await GoToAsync(first);
        using var client = await app.SignInFamilyAsync(parent);
        await (await client.PageAsync("/my/register")).SubmitAsync(client, $"#confirm-{entry}");
        await GoToAsync(first.AddDays(14));
        await GoToAsync(first.AddMonths(4));
        (await AskingsAsync(entry)).ShouldBe(1);
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Live);
    }

    [Fact]
    public async Task Birthdays_FifteenAndAHalf_Asks_Sixteen_EndsTheParentsYes_TheYoungPersonsOwnGoesOn()
    {
        StandToday();
        var (child, parent) = await app.ChildOfAgeAsync(15);
        var born = await app.BirthDateAsync(child);
        await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail, ConsentPurpose.Research);
        await GoToAsync(RegisterAges.FifteenAndAHalf(born));
        (await app.TrailOfAsync(child)).ShouldContain(RegisterAudit.Asked.Name);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeTrue();

        await GoToAsync(RegisterAges.Sixteenth(born));
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeFalse();
        using var young = await app.SignInFamilyAsync(child, Roles.YoungPerson);
        var page = await young.PageAsync("/my/register");
        page.MainText.ShouldContain("Ended at a birthday");
        await page.SubmitAsync(young, "form[id^=say-news-email-]", ("yes", "true"));
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeTrue();
        (await app.MayAsync(ConsentPurpose.Research, child)).ShouldBeFalse();
    }

    [Fact]
    public async Task YearlyCheck_AsksAllWhoSpeakForTheEntry_AndTheYoungPersonFromThirteenOn()
    {
        StandToday();
        var (child, mother) = await app.ChildOfAgeAsync(13);
        var (small, smallsMother) = await app.ChildOfAgeAsync(6);
        var father = await app.OtherParentAsync(child);
        await app.LiveAsync(child, mother);
        await app.LiveAsync(small, smallsMother);
        await GoToAsync(app.Clock.Today().AddYears(1));
        var asked = (await app.AskedForAsync("register.update")).Where(one => one.Values["words"].StartsWith("Once a year we ask", StringComparison.Ordinal)).Select(one => one.PersonId!.Value).ToList();
        asked.Where(person => person == child || person == mother || person == father).ShouldBe([mother, father, child], ignoreOrder: true);
        asked.Where(person => person == small || person == smallsMother).ShouldBe([smallsMother]);
    }

    [Fact]
    public async Task YesThatEndsAtSixteenWhileTheEntryIsLapsed_IsCalledBackAllTheSame()
    {
        StandToday();
        var (child, parent) = await app.ChildOfAgeAsync(14);
        var born = await app.BirthDateAsync(child);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.ShareWithParentForum);
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        await officer.FilledInAsync("/staff/register/shares/new", ("Purpose", "share-parent-forum"));
        await GoToAsync(app.Clock.Today().AddYears(1).AddMonths(3));
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Lapsed);
        (await ToRecallAsync(entry)).ShouldBe(0, "the control: the yes still stands");
        await GoToAsync(RegisterAges.Sixteenth(born));
        (await ToRecallAsync(entry)).ShouldBe(1);
    }

    [Fact]
    public async Task Death_StopsEverythingTheSameDay()
    {
        StandToday();
        var family = await app.SmallFamilyAsync(16);
        var entry = await app.LiveAsync(family.ChildId, null, ConsentPurpose.NewsByEmail);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, family.ChildId)).ShouldBeTrue();
        await app.HoldAsync(family, HeldReason.Died);

        // At once, before any event has been handed out.
        (await app.MayAsync(ConsentPurpose.NewsByEmail, family.ChildId)).ShouldBeFalse();
        await app.HandOutAsync();
        (await app.EntryAsync(entry)).State.ShouldBe(EntryState.Died);
        (await app.AskAsync<RegisterDbContext, int>(context => context.Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from platform.occurrences where subject = {entry} and state = 'waiting'").SingleAsync(Given.Now))).ShouldBe(0);
    }

    private void StandToday()
    {
        // The test before has gone years on.
        app.Clock.Run();
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
    }

    private async Task GoToAsync(DateOnly day)
    {
        app.Clock.StandAt(UkTime.StartOf(day).AddHours(10));
        await app.HandOutAsync();
    }

    private Task<int> ToRecallAsync(Guid entry) => app.AskAsync<RegisterDbContext, int>(context => context.SharedEntries.CountAsync(shared => shared.EntryId == entry && shared.RecalledAt != null, Given.Now));

    private Task<int> AskingsAsync(Guid entry) => app.AskAsync<RegisterDbContext, int>(context => context.Database
        .SqlQuery<int>($"select count(*)::int as \"Value\" from platform.audit_entries where subject_id = {entry} and name = {RegisterAudit.Asked.Name}").SingleAsync(Given.Now));
}
