using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Panel.AnswerPart;
using Medway.LocalOffer.CoDesign.Features.Panel.FinishReview;
using Medway.LocalOffer.CoDesign.Features.Panel.TakeCard;
using Medway.LocalOffer.CoDesign.Features.Staff.AddGroups;
using Medway.LocalOffer.CoDesign.Features.Staff.AnswerTheme;
using Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;
using Medway.LocalOffer.CoDesign.Features.Staff.PublishRound;
using Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeAnswers;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.CoDesign.Features.Staff.SetUpRound;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.CoDesign.Seeding;

/// <summary>Two made-up rounds, made with the operations that people use: one that everybody can read, one that is open with answers to moderate.</summary>
internal sealed class DemoPanels(IServiceScopeFactory scopes, CoDesignDbContext context, Cards cards, IStaffNames names, TimeProvider clock) : ISeeder
{
    /// <summary>Opens the open round, for trying it out; stands in <c>seeds/demo/README.md</c>. Real cards are made by chance.</summary>
    public const string TryOutCard = "otter lemon bridge kite";

    private const string Page = "/short-breaks/how-to-get-one";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the accounts and the pages.</summary>
    public int Order => 40;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.Rounds.AnyAsync(cancellationToken)
            || await names.FindAsync("panel-lead@demo.example.org", cancellationToken) is not { } lead
            || await names.FindAsync("safeguarding-lead@demo.example.org", cancellationToken) is not { } safe
            || await names.FindAsync("moderator@demo.example.org", cancellationToken) is not { } moderator)
        {
            return;
        }

        var people = new Staff(lead, safe, moderator);
        await PublishAsync(people, await OpenAsync(people, "Made up: short breaks in plain words", cancellationToken), cancellationToken);
        var (_, keys) = await OpenAsync(people, "Made up: is it easy to find help?", cancellationToken);
        var first = await context.Reviewers.AsNoTracking().OrderByDescending(reviewer => reviewer.Id).Select(reviewer => reviewer.Id).FirstAsync(cancellationToken);
        await context.Reviewers.Where(reviewer => reviewer.Id == first).ExecuteUpdateAsync(set => set.SetProperty(reviewer => reviewer.CardHash, cards.HashOf(TryOutCard)), cancellationToken);
        await AnswerAsync(keys[0], Pick.Hard, "Made up: I did not know what an award is.", cancellationToken);
        await AnswerAsync(keys[1], Pick.Ok, "Made up: more pictures, please.", cancellationToken);
    }

    private async Task<(Guid Round, IReadOnlyList<string> Keys)> OpenAsync(Staff people, string name, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var round = await AsAsync(people.Lead, Roles.PanelLead, new SetUpRound(
            null, name, "Made up for trying out: we want our pages to be easy for you.", today.AddDays(-7), today.AddDays(14), today.AddDays(42), "moderator@demo.example.org"), cancellationToken);
        await AsAsync(people.Lead, Roles.PanelLead, new AddPage(round, Page, [nameof(Ask.Understand), nameof(Ask.Useful)]), cancellationToken);
        await AsAsync(people.Lead, Roles.PanelLead, new AddTask(round, "Find a club near you that you could go to."), cancellationToken);
        var group = await AsAsync(people.Lead, Roles.PanelLead, new AddGroup(round, "Made-up youth group", "A made-up facilitator, 01632 960 001", true), cancellationToken);
        await AsAsync(people.Safe, Roles.SafeguardingLead, new SignOffRound(round, true), cancellationToken);
        await AsAsync(people.Lead, Roles.PanelLead, new MoveRound(round, nameof(RoundState.Open)), cancellationToken);
        var made = await AsAsync(people.Lead, Roles.PanelLead, new MakeCards(group, 8), cancellationToken);
        List<string> keys = [];
        foreach (var card in made.Take(6))
        {
            keys.Add(await AsAsync(null, "", new TakeCard(card.Words), cancellationToken));
        }

        return (round, keys);
    }

    private async Task AnswerAsync(string key, Pick pick, string words, CancellationToken cancellationToken)
    {
        await AsAsync(null, "", new AnswerPart(key, 1, pick.ToString(), [nameof(Reason.Words)], words, SendAnyway: true), cancellationToken);
        await AsAsync(null, "", new FinishReview(key, nameof(Friend.Maybe)), cancellationToken);
    }

    private async Task PublishAsync(Staff people, (Guid Round, IReadOnlyList<string> Keys) opened, CancellationToken cancellationToken)
    {
        foreach (var key in opened.Keys)
        {
            await AnswerAsync(key, Pick.Hard, "Made up: the words are too hard.", cancellationToken);
        }

        foreach (var waiting in await context.Answers.AsNoTracking().Where(answer => answer.State == Moderation.Waiting).Select(answer => new { answer.Id, answer.Edition }).ToListAsync(cancellationToken))
        {
            await AsAsync(people.Moderator, Roles.Moderator, new DecideAnswer(waiting.Id, waiting.Edition, nameof(Moderation.Accepted), ""), cancellationToken);
        }

        await AsAsync(people.Lead, Roles.PanelLead, new MoveRound(opened.Round, nameof(RoundState.Closed)), cancellationToken);
        await AsAsync(people.Lead, Roles.PanelLead, new MoveRound(opened.Round, nameof(RoundState.BeingAnswered)), cancellationToken);
        var theme = await AsAsync(people.Lead, Roles.PanelLead, new BeginTheme(opened.Round, "Made up: some words about short breaks are hard.", "Some words are hard."), cancellationToken);
        var answers = await context.Answers.AsNoTracking().Where(answer => answer.Part!.RoundId == opened.Round && answer.Pick == Pick.Hard).Select(answer => answer.Id).ToListAsync(cancellationToken);
        await AsAsync(people.Lead, Roles.PanelLead, new AnswerTheme(
            theme, "Made up: some words about short breaks are hard.", "Some words are hard.", "", "", nameof(YouSaidStatus.Will), "Made up: we will write the page again with you.",
            "We will write it again.", clock.Today().AddDays(60), Page, answers), cancellationToken);
        await AsAsync(people.Lead, Roles.PanelLead, new PublishRound(opened.Round, "Young people looked at a page.\nSome words are hard.\nWe will make it better."), cancellationToken);
    }

    /// <summary>As a demo account, or as whoever holds a card.</summary>
    private async Task<T> AsAsync<T>(Guid? account, string role, IRequest<Outcome<T>> operation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Job, "seed");
        scope.ServiceProvider.GetRequiredService<Actor>().Become(account is null ? ActorKind.Visitor : ActorKind.Staff, account?.ToString("D"), role.Length == 0 ? [] : [role]);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(operation, cancellationToken);
        return outcome.IsOk
            ? outcome.Value
            : throw new InvalidOperationException($"{operation.GetType().Name}: {outcome.Kind}. {string.Join("; ", outcome.Errors.Select(error => error.Message))}");
    }

    private sealed record Staff(Guid Lead, Guid Safe, Guid Moderator);
}
