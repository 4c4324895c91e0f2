using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.LogRequest;
using Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;
using Medway.LocalOffer.Ehcp.Features.Staff.TakeBackEvent;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>One family, and what happens to it by chance: it moves on, something is taken back, an officer calls, a letter comes back.</summary>
internal sealed class SilenceHistory
{
    private static readonly EventKind[] Way =
    [
        DecidedToAssess, AdviceRequested, AdviceReceived, DecidedToIssue, DraftServed, DraftAnswered, FinalSent, ReviewMeetingHeld, AmendmentServed, AmendmentAnswered, AmendedFinalSent,
        ReviewMeetingHeld, ReviewDecidedToKeep, ReviewMeetingHeld,
    ];

    private static readonly EventKind[] EndsWaiting = [FinalSent, AmendedFinalSent, ReviewDecidedToKeep];
    private static readonly EventKind[] BeginsWaiting = [DecidedToAssess, AdviceRequested, DecidedToIssue, DraftServed, DraftAnswered, ReviewMeetingHeld, AmendmentServed, AmendmentAnswered];

    private readonly List<(Guid Id, EventKind Kind, DateOnly RecordedOn)> happened = [];
    private readonly List<string> log = [];
    private readonly App app;
    private readonly Random random;

    private SilenceHistory(App app, Random random, Guid record, IReadOnlyList<Guid> persons)
    {
        this.app = app;
        this.random = random;
        (RecordId, Persons, LoggedOn) = (record, persons, app.Today());
    }

    public Guid RecordId { get; }

    public IReadOnlyList<Guid> Persons { get; }

    public List<CameBack> CameBack { get; } = [];

    private DateOnly LoggedOn { get; }

    /// <param name="ago">Days since the request came.</param>
    /// <param name="withSecond">Another parent, whom no message can reach.</param>
    public static async Task<SilenceHistory> BeginAsync(App app, Random random, int ago, bool withSecond)
    {
        var family = await app.FamilyAsync();
        List<Guid> persons = [family.ParentId];
        if (withSecond)
        {
            persons.Add(await app.PersonAsync(PersonKind.Adult));
            await app.RelateAsync(persons[1], family.ChildId, RelationshipKind.Parent, decides: true);
        }

        using var owner = await app.SignInWithAsync(Platform.Security.ActorKind.Staff, []);
        return new(app, random, await app.DoAsync(new LogRequest($"{family.ChildId}", Asker.Parent, "", app.Today().AddDays(-ago), "", $"{owner.AccountId:n}@example.org", "")), persons);
    }

    public override string ToString() => string.Join(", ", log);

    /// <summary>What a day brings.</summary>
    public async Task LiveAsync()
    {
        switch (random.Next(24))
        {
            case 0 or 1 or 2:
                await MoveOnAsync();
                break;
            case 3:
                await TakeBackAsync();
                break;
            case 4 or 5:
                await SpeakAsync();
                break;
            case 6:
                await ComesBackAsync();
                break;
            default:
                // Nothing happens on most days.
                break;
        }
    }

    /// <summary>Since when the family waits, by a calculation that shares no code with the guard.</summary>
    /// <returns>Null when it does not.</returns>
    public DateOnly? WaitsSince()
    {
        DateOnly? since = LoggedOn;
        foreach (var (_, kind, on) in happened)
        {
            since = EndsWaiting.Contains(kind) ? null : since is null && BeginsWaiting.Contains(kind) ? on : since;
        }

        return since;
    }

    private async Task MoveOnAsync()
    {
        var kind = Way[Math.Min(happened.Count, Way.Length - 1)];
        await using var scope = app.Scope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new RecordEvent(
                RecordId, kind, app.Today(), "", RecordEventValidator.HasAdviser(kind) ? Adviser.School : null, Sequence.IsServed(kind) ? SentBy.Portal : null),
            Given.Now);
        if (outcome.IsOk && happened.Count < Way.Length)
        {
            happened.Add((outcome.Value, kind, app.Today()));
            log.Add($"{app.Today():MM-dd} {kind}");
        }
    }

    private async Task TakeBackAsync()
    {
        if (happened.Count > 0)
        {
            log.Add($"{app.Today():MM-dd} {happened[^1].Kind} taken back");
            await app.DoAsync(new TakeBackEvent(RecordId, happened[^1].Id, "It was not so"));
            happened.RemoveAt(happened.Count - 1);
        }
    }

    private async Task SpeakAsync()
    {
        var waiting = await app.AskAsync(context => context.Touchpoints.AsNoTracking()
            .Where(one => one.RecordId == RecordId && one.State == TouchpointState.Waiting && one.Mode == TouchpointMode.Task).OrderBy(one => one.Id).FirstOrDefaultAsync(Given.Now));
        if (waiting is not null)
        {
            log.Add($"{app.Today():MM-dd} {waiting.Code} spoken");
            await app.DoAsync(new MakeTouchpoint(RecordId, waiting.Id, MakingWay.Spoken, "", ""));
        }
    }

    /// <summary>Something that had arrived did not after all.</summary>
    private async Task ComesBackAsync()
    {
        var made = await app.AskAsync(context => context.Touchpoints.AsNoTracking()
            .Where(one => one.RecordId == RecordId && one.State == TouchpointState.Made && one.AskedAt != null).OrderByDescending(one => one.SettledAt).FirstOrDefaultAsync(Given.Now));
        if (made is not null)
        {
            log.Add($"{app.Today():MM-dd} {made.Code} of {made.SettledAt:MM-dd} came back");
            CameBack.Add(new(made.Id, made.SettledAt!.Value, app.Clock.GetUtcNow()));
            await app.SettledAsync(made, MessageOutcome.Returned, null);
        }
    }
}

/// <summary>A message that had arrived, as it seemed, until it came back.</summary>
internal readonly record struct CameBack(Guid TouchpointId, DateTimeOffset ArrivedAt, DateTimeOffset At);
