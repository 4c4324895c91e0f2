using System.Net;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Retaining;

/// <summary>What has been kept for long enough goes, after a dry run and a second person.</summary>
[Proves("register")]
public sealed class RetentionTests(App app) : IClassFixture<App>
{
    private const string At = "/staff/register/retention";

    [Theory]
    [InlineData("Left", "2025-01-31", null, "2026-01-31")]
    [InlineData("Moved", "2025-01-31", "2025-02-01", null)]
    [InlineData("Lapsed", null, null, "2028-06-01")]
    [InlineData("Unconfirmed", null, null, "2026-05-01")]
    [InlineData("Live", null, null, null)]
    [InlineData("Received", null, null, null)]
    public void Rule_SaysWhenWhatAnEntrySaysMayGo(string state, string? ended, string? erased, string? due) => RetentionRules.DueOn(
            Enum.Parse<EntryState>(state), erased is null ? null : DateOnly.Parse(erased, null), ended is null ? null : DateOnly.Parse(ended, null), new DateOnly(2024, 5, 1), new DateOnly(2026, 6, 1))
        .ShouldBe(due is null ? null : DateOnly.Parse(due, null));

    [Fact]
    public async Task EndedEntry_StaysForAYear_ThenGoesAfterASecondPerson_WithTheNamesThatNobodyNeeds()
    {
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent);
        var (sibling, siblingParent) = await app.ChildOfAgeAsync(9);
        var stays = await app.LiveAsync(sibling, siblingParent);
        await app.DoAsync(new EndEntry(entry, EntryState.Left, "They called"));
        using (var early = await app.SignInAsAsync(Roles.RegisterOfficer))
        {
            (await early.PageAsync(At)).MainText.ShouldContain("Nothing has been kept for too long today");
        }

        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today().AddMonths(RetentionRules.MonthsAfterTheEnd)).AddHours(10));
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var second = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        var reference = (await app.EntryAsync(entry)).Reference;
        var dry = await officer.PageAsync(At);
        dry.MainText.ShouldContain(reference);
        (await app.EntryAsync(entry)).School.ShouldBe("A school", "looking changes nothing");
        (await dry.SubmitAsync(officer, "#ask")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await dry.SubmitAsync(officer, "#ask")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await officer.PageAsync(At)).All("#decide-form").ShouldBeEmpty("whoever asked does not decide");
        var decide = await second.PageAsync(At);
        (await decide.SubmitAsync(second, "#decide-form")).MainText.ShouldContain("Choose yes or no");
        (await app.EntryAsync(entry)).School.ShouldBe("A school", "nothing goes before a second person has said yes");
        (await decide.SubmitAsync(second, "#decide-form", ("Decision", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var gone = await app.EntryAsync(entry);
        (gone.School, gone.Difficulties, gone.Area).ShouldBe(("", "", ""));
        gone.ErasedOn.ShouldBe(app.Clock.Today());
        (await app.EntryAsync(stays)).School.ShouldBe("A school", "the control: an entry that stands stays");
        (await officer.PageAsync($"/staff/people/{child}")).MainText.ShouldContain("Erased");
        (await app.TrailOfAsync(sibling)).ShouldNotContain("people.contacts-erased");
        (await officer.PageAsync(At)).MainText.ShouldContain("Nothing has been kept for too long today");
    }
}
