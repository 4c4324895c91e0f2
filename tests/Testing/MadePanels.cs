using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.AddGroups;
using Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.CoDesign.Features.Staff.SetUpRound;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>A round that takes answers, with one group.</summary>
/// <param name="Slug">Of its public page, once it is published.</param>
/// <param name="Cards">Their words.</param>
public sealed record OpenRound(Guid Id, string Slug, Guid GroupId, IReadOnlyList<string> Cards);

/// <summary>Rounds of the young people's panel, made by the product's own operations.</summary>
public static class MadePanels
{
    public const string Page = "/short-breaks/how-to-get-one";
    public const string Contact = "Fay Facilitator, 01632 960 222";
    private static int rounds;

    public static async Task<OpenRound> OpenRoundAsync(this App app, int cards = 3, string page = Page, bool quotes = true)
    {
        using var moderator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Moderator, Scope.Everything)]);
        var today = app.Clock.Today();
        var id = await app.DoAsync(new SetUpRound(
            null, $"Round {Interlocked.Increment(ref rounds)}", "We want to make our pages easy for you.", today, today.AddDays(10), today.AddDays(30), $"{moderator.AccountId:n}@example.org"));
        await app.DoAsync(new AddPage(id, page, [nameof(Ask.Understand), nameof(Ask.Useful)]));
        await app.DoAsync(new AddTask(id, "Find a club near you."));
        var group = await app.DoAsync(new AddGroup(id, "Made-up School of Samples", Contact, quotes));
        await app.DoAsync(new SignOffRound(id, DataProtection: true));
        await app.DoAsync(new MoveRound(id, nameof(RoundState.Open)));
        var made = await app.DoAsync(new MakeCards(group, cards));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var slug = await scope.ServiceProvider.GetRequiredService<CoDesignDbContext>().Rounds.Where(round => round.Id == id).Select(round => round.Slug).SingleAsync();
        return new OpenRound(id, slug, group, [.. made.Select(card => card.Words)]);
    }
}
