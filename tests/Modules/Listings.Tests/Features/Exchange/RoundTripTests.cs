using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Tests.OpenReferral;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

/// <summary>What was taken out and read in again is what it was, to the byte.</summary>
[Proves("listings")]
public sealed class RoundTripTests(App app, RoundTripTests.NewSite site) : IClassFixture<App>, IClassFixture<RoundTripTests.NewSite>
{
    private static readonly (string, string) Ours = ("Ours", "yes");

    [Theory]
    [InlineData("csv", Uploads.Csv)]
    [InlineData("open-referral", Uploads.Feed)]
    public async Task Export_LoadedIntoAnEmptyDirectory_ComesOutTheSame(string format, string import)
    {
        await MakeHardAsync();
        using var here = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var there = await site.SignInAsAsync(Roles.LocalOfferOfficer);
        await site.EmptyAsync();
        var first = await here.TakeOutAsync(format);
        (await there.TakeOutAsync(format)).Length.ShouldBeLessThan(first.Length / 10, "else the other site was not empty");

        var loaded = await there.UploadAsync(first, import, isTrial: false, Ours);

        loaded.MainText.ShouldContain("148 in the file: 148 new, 0 changed, 0 as before");
        loaded.All("#report ~ ul li").ShouldBeEmpty("nothing may be left out");
        var second = await there.TakeOutAsync(format);
        Encoding.UTF8.GetString(second).ShouldBe(Encoding.UTF8.GetString(first));
        second.ShouldBe(first);

        // Nothing changes the second time, and where it came from it is known again.
        (await there.UploadAsync(first, import, isTrial: false, Ours)).MainText.ShouldContain("0 new, 0 changed, 148 as before");
        var back = await here.UploadAsync(first, import, isTrial: true, Ours);
        back.MainText.ShouldContain("148 in the file: 0 new, 148 changed");
        (await there.PageAsync("/staff/listings/services?words=" + Hard)).MainText.ShouldContain(Hard);
    }

    [Fact]
    public async Task Export_Feed_HasNoNullAndNothingForStaff()
    {
        using var here = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var feed = JsonNode.Parse(await here.TakeOutAsync("open-referral"))!;
        var table = Encoding.UTF8.GetString(await here.TakeOutAsync("csv"));

        FeedJson.Nulls(feed).ShouldBeEmpty();
        ((int)feed["total_items"]!).ShouldBe(feed["contents"]!.AsArray().Count);
        var note = await WithAsync(context => context.Services.Where(service => service.SourceNote != null).OrderBy(service => service.Slug).Select(service => service.SourceNote!).FirstAsync());
        table.ShouldContain(note.Split('"')[0], Case.Sensitive, "the table is for staff, and shows that there is a note to leave out");
        feed.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldNotContain(note.Split('"')[0]);
        (await WithAsync(context => context.Database.SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where name = 'listings.services-exported'").CountAsync())).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Export_WithoutAFormat_SaysWhatToChoose()
    {
        using var here = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var page = await (await here.PageAsync("/staff/listings/export")).SubmitAsync(here, "main form");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain("Choose what kind of file you want");
    }

    private const string Hard = "Hardest";

    /// <summary>One of the seeded services gets all that is hard to carry: signs that part cells, formulas, lines, several places and prices, exceptions, noes.</summary>
    private Task<int> MakeHardAsync() => WithAsync(async context =>
    {
        var service = await context.Services.Include(s => s.Costs).Include(s => s.Sessions).Include(s => s.AccessFacts).Include(s => s.Places).Include(s => s.Languages)
            .OrderBy(s => s.Slug).FirstAsync();
        if (service.Name.Contains(Hard, StringComparison.Ordinal))
        {
            return 0;
        }

        service.Name = $"=SUM(1;2) {Hard} \"club\" | café, \\ '";
        service.Summary = "'=not a formula";
        service.FirstVisit = "First line\nsecond; line | with \\; signs";
        service.WhoDecides = "-The panel";
        service.IfRefused = "Ask again";
        service.Eligibility = "<b>Everybody</b> &amp; more";
        service.DiagnosisNeeded = false;
        service.Interpreter = false;
        service.ComesToYou = true;
        service.IsOnline = true;
        service.Website = "https://example.org";
        service.LastCheckedOn = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(-10);
        service.Sureness = Sureness.Checked;
        service.Times = "Tuesday 4pm to 5pm";
        service.Costs.Clear();
        service.Costs.AddRange([Cost(0, "Child; small", "paid", 795, "a lesson | or two", "x\\"), Cost(1, null, "free", null, null, null)]);
        service.Sessions.Clear();
        service.Sessions.AddRange(new[] { "fortnightly sat 10:00-12:00 both from 2026-09-05 until 2027-07-01 bank-holidays not 2026-12-26 also 2026-12-27 11:00-12:00", "last fri 17:30 holidays inset-days" }
            .Select((code, position) => Session.From(service.Id, SessionCode.Read(code, out _)!, position)));
        context.AccessFacts.RemoveRange(service.AccessFacts);
        service.AccessFacts.AddRange([Fact(AccessFactKey.ChangingPlaces, AccessAnswer.Yes, "Bed; no hoist | yet"), Fact(AccessFactKey.Crowds, AccessAnswer.No, null), Fact(AccessFactKey.Echo, AccessAnswer.NotKnown, "Ask")]);
        service.Languages.Add(new ServiceLanguage { ServiceId = service.Id, Code = "pl" });
        service.Places.Clear();
        foreach (var place in new[] { new Place { Id = Guid.CreateVersion7(), Town = "Kent", Name = "A; b" }, new Place { Id = Guid.CreateVersion7(), Postcode = "ME4 4TR", Latitude = 51.3800000001, Longitude = 0.52, PositionIsExact = true } })
        {
            context.Places.Add(place);
            service.Places.Add(new ServicePlace { ServiceId = service.Id, PlaceId = place.Id, Position = (short)service.Places.Count });
        }

        return await context.SaveChangesAsync();

        CostOption Cost(short position, string? label, string kind, int? pence, string? unit, string? note) =>
            new() { Id = Guid.CreateVersion7(), ServiceId = service.Id, Position = position, Label = label, Kind = kind, AmountPence = pence, Unit = unit, Note = note };

        AccessFact Fact(AccessFactKey key, AccessAnswer answer, string? note) =>
            new() { Id = Guid.CreateVersion7(), ServiceId = service.Id, Key = key, Answer = answer, Note = note, Source = FactSource.Staff };
    });

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> read)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await read(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }

    /// <summary>Another site with a database of its own.</summary>
    public sealed class NewSite(PostgresCluster cluster) : App(cluster);
}
