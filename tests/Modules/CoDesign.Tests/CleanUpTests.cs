using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.CoDesign.Tests;

/// <summary>Its clock runs ahead, so it has a host of its own.</summary>
[Proves("codesign")]
public sealed class CleanUpTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Time_ClosesTheRound_ErasesCardsAfterThirtyDays_AnswersAfterTheirMonths_AndKeepsThemes()
    {
        var round = await app.OpenRoundAsync();
        var link = await app.DoAsync(new MakeGroupLink(round.GroupId));
        using (var reviewer = await app.SitAsync(round.Cards[0]))
        {
            await reviewer.AnswerAsync(1, Pick.Hard, "Too long");
        }

        app.Clock.Move(TimeSpan.FromDays(12));
        await app.RunTidyAsync();
        (await RoundAsync(round)).State.ShouldBe(RoundState.Closed);
        (await app.ReadAsync(context => context.Sessions.CountAsync())).ShouldBe(1, "not yet");

        var theme = await app.DoAsync(new Features.Staff.SeeAnswers.BeginTheme(round.Id, "It is long", "It is long."));
        app.Clock.Move(TimeSpan.FromDays(30));
        await app.RunTidyAsync();
        (await app.ReadAsync(context => context.Sessions.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(context => context.Reviewers.CountAsync(reviewer => reviewer.CardHash != null))).ShouldBe(0);
        (await app.ReadAsync(context => context.Answers.CountAsync())).ShouldBe(1, "not yet");
        (await app.GetAsync("/panel/group/" + link)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        app.Clock.Move(TimeSpan.FromDays(366));
        await app.RunTidyAsync();
        (await app.ReadAsync(context => context.Answers.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(context => context.Reviewers.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(context => context.Themes.SingleAsync(known => known.Id == theme))).Said.ShouldBe("It is long");
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, [Panels.Contact, "Made-up School of Samples"])).ShouldBeEmpty();
        (await RoundAsync(round)).AnswersErasedAt.ShouldNotBeNull();
        app.Clock.Run();
    }

    [Fact]
    public async Task Kpis_CountRoundsPublishedAndAnsweredInTime_AndSayNothingWhereNothingWasPromised()
    {
        var today = app.Clock.Today();
        var period = new KpiPeriod(today.AddYears(-3), today.AddYears(-2));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        var kpis = scope.ServiceProvider.GetServices<IKpiSource>().OfType<PanelKpis>().Single();
        (await kpis.ValueAsync(PanelKpis.InTime, period, TestContext.Current.CancellationToken)).ShouldBeNull();
        var round = await app.OpenRoundAsync();
        await app.ReadAsync(context => context.Rounds.Where(known => known.Id == round.Id).ExecuteUpdateAsync(set => set
            .SetProperty(known => known.OpensOn, period.From).SetProperty(known => known.ClosesOn, period.From).SetProperty(known => known.ReplyOn, period.From.AddDays(9))
            .SetProperty(known => known.PublishedOn, period.From.AddDays(8)).SetProperty(known => known.ClosedAt, app.Clock.GetUtcNow())));

        (await kpis.ValueAsync(PanelKpis.Published, period, TestContext.Current.CancellationToken))!.Numerator.ShouldBe(1);
        var inTime = (await kpis.ValueAsync(PanelKpis.InTime, period, TestContext.Current.CancellationToken))!;
        (inTime.Numerator, inTime.Denominator).ShouldBe((1, 1m));
    }

    private Task<Round> RoundAsync(OpenRound round) => app.ReadAsync(context => context.Rounds.SingleAsync(known => known.Id == round.Id));
}
