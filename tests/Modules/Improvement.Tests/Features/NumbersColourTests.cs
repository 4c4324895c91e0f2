using System.Globalization;
using System.Text;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.LoadFigures;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>A part is coloured by the numbers that the plan names for its action (back-office Appendix C).</summary>
[Proves("improvement")]
public sealed class NumbersColourTests(App app) : IClassFixture<App>
{
    private const string Number = "K08";
    private const string Part = "2.2";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Part_WithoutAFigureOfItsNumbers_IsGrey_AndRedWhenOneIsWorseTwice()
    {
        await app.DoAsync(new PlanBoard(app.Clock.Today().AddDays(10)));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var id = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.Where(part => part.Reference == Part).Select(part => part.Id).SingleAsync(Now);
        await app.DoAsync(new UpdatePart(id, 100, "Done", "None yet", "Nothing", "They said so", ""));
        var (colour, why) = await ColourAsync(id);
        (colour, why).ShouldBe((Brag.Grey, "The plan names a number for it, and nobody has a figure."));

        // Worse once: the number is amber, and the part is what its own facts say.
        await LoadAsync(month: 1, share: 10);
        (await ColourAsync(id)).Colour.ShouldBe(Brag.Amber);
        await LoadAsync(month: 2, share: 10);
        (await ColourAsync(id)).ShouldBe((Brag.Red, $"Its number {Number} was worse than it should be, twice in a row."));
        using var partner = await app.SignInAsAsync(Roles.PartnerGuest);
        (await partner.PageAsync($"/staff/improvement/parts/{id:D}")).MainText.ShouldContain($"Its number {Number} was worse");

        // The latest figure counts: it is put right.
        await LoadAsync(month: 1, share: 90);
        (await ColourAsync(id)).Colour.ShouldBe(Brag.Amber);
    }

    /// <param name="month">So many months ago.</param>
    private async Task LoadAsync(int month, int share)
    {
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var period = KpiPeriods.Ended(KpiFrequency.Month, app.Clock.Today(), month).Last();
        var file = string.Create(CultureInfo.InvariantCulture, $"code,from,until,numerator,denominator,source\n{Number},{period.From:yyyy-MM-dd},{period.Until:yyyy-MM-dd},{share},100,A made-up system\n");
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LoadFigures(FiguresKind.Partner, new ImportFile("a.csv", Encoding.UTF8.GetBytes(file)), DryRun: false), Now)).Value.Problems.ShouldBeEmpty();
    }

    private async Task<(Brag Colour, string Why)> ColourAsync(Guid part)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var state = (await scope.ServiceProvider.GetRequiredService<PartReader>().ReadAsync(part, Now)).Single();
        var whole = (await scope.ServiceProvider.GetRequiredService<PartReader>().ReadAsync(only: null, Now)).Single(one => one.Part.Id == part);
        whole.Computed.ShouldBe(state.Computed);
        return (state.Computed.Colour, state.Computed.Why);
    }
}
