using System.Globalization;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>
/// Rows of several modules as chance makes them, for tests that count them in another way: late and in time, taken back, half done. The same number gives
/// the same rows.
/// </summary>
public static class MadeHistories
{
    private const int LongestWay = 700;

    /// <summary>Each step with how likely it is, and within how many days of the one before. What can be skipped is skipped.</summary>
    private static readonly (EventKind Kind, Adviser? Adviser, int Percent, int Days)[] Way =
    [
        (EventKind.HeardAtPanel, null, 80, 50), (EventKind.DecidedNotToAssess, null, 8, 20), (EventKind.DecidedToAssess, null, 95, 20),
        (EventKind.AdviceRequested, Adviser.EducationalPsychologist, 85, 5), (EventKind.AdviceRequested, Adviser.School, 60, 5), (EventKind.AdviceReceived, Adviser.School, 50, 30),
        (EventKind.AdviceReceived, Adviser.EducationalPsychologist, 80, 100), (EventKind.ExceptionClaimed, null, 25, 5), (EventKind.DecidedNotToIssue, null, 5, 20),
        (EventKind.DecidedToIssue, null, 95, 25), (EventKind.DraftServed, null, 95, 20), (EventKind.FinalSent, null, 92, 50), (EventKind.ReviewMeetingHeld, null, 80, 250),
        (EventKind.ReviewDecidedToKeep, null, 35, 50), (EventKind.AmendmentServed, null, 50, 40), (EventKind.AmendedFinalSent, null, 80, 90), (EventKind.ReviewMeetingHeld, null, 70, 200),
        (EventKind.AmendmentServed, null, 50, 50), (EventKind.AmendedFinalSent, null, 80, 80), (EventKind.DecidedToCease, null, 20, 60),
    ];

    private static readonly EventKind[] Last = [EventKind.DecidedNotToAssess, EventKind.DecidedNotToIssue, EventKind.DecidedToCease];

    public static async Task HistoriesAsync(this App app, int seed, int records)
    {
        ArgumentNullException.ThrowIfNull(app);
        var chance = new Random(seed);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var ehcp = scope.ServiceProvider.GetRequiredService<EhcpDbContext>();
        var register = scope.ServiceProvider.GetRequiredService<RegisterDbContext>();
        var feedback = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        for (var i = 0; i < records; i++)
        {
            AddRecord(app, ehcp, chance, $"S{seed.ToString(CultureInfo.InvariantCulture)}-{i.ToString(CultureInfo.InvariantCulture)}");
            register.Add(Entry(app, chance, $"S{seed.ToString(CultureInfo.InvariantCulture)}-{i.ToString(CultureInfo.InvariantCulture)}"));
            feedback.Add(new Comment
            {
                Id = Guid.CreateVersion7(),
                Kind = CommentKind.Idea,
                Words = "Made up.",
                At = Moment(Day(app, chance)),
                State = (CommentState)chance.Next(3),
            });
        }

        AddComplaints(app, feedback, seed, records / 2);
        await ehcp.SaveChangesAsync();
        await register.SaveChangesAsync();
        await feedback.SaveChangesAsync();
    }

    private static void AddRecord(App app, EhcpDbContext context, Random chance, string name)
    {
        var (today, received) = (app.Clock.Today(), Day(app, chance));
        var record = new EhcRecord
        {
            Id = Guid.CreateVersion7(),
            Reference = $"EHC-{name}",
            ChildId = Guid.CreateVersion7(),
            AskedBy = (Asker)chance.Next(4),
            ReceivedOn = received,
            Evidence = "Made up.",
            CoordinatorId = Guid.CreateVersion7(),
            Stage = Stage.Asked,
            RecordedAt = Moment(received.AddDays(chance.Next(3))),
        };
        context.Add(record);
        var day = received;
        foreach (var step in Way)
        {
            if (chance.Next(100) >= step.Percent)
            {
                continue;
            }

            day = day.AddDays(1 + chance.Next(step.Days));
            if (day > today)
            {
                break;
            }

            var isBack = chance.Next(100) < 6;
            context.Add(new EhcEvent
            {
                Id = Guid.CreateVersion7(),
                RecordId = record.Id,
                Kind = step.Kind,
                Adviser = step.Adviser,
                HappenedOn = day,
                Ground = step.Kind == EventKind.ExceptionClaimed ? ExceptionGround.AwayFromTheArea : null,
                LimitCode = step.Kind == EventKind.ExceptionClaimed ? chance.Next(3) == 0 ? "T05" : "T09" : null,
                GroundFrom = step.Kind == EventKind.ExceptionClaimed ? day : null,
                RecordedAt = Moment(day),
                WithdrawnAt = isBack ? Moment(day.AddDays(1)) : null,
                WithdrawnBecause = isBack ? "Made up." : null,
            });
            if (!isBack && Last.Contains(step.Kind))
            {
                record.IsOver = true;
                break;
            }
        }

        foreach (var person in Enumerable.Range(0, chance.Next(3)).Select(_ => Guid.CreateVersion7()))
        {
            AddTold(context, chance, record, person, today);
        }
    }

    private static void AddTold(EhcpDbContext context, Random chance, EhcRecord record, Guid person, DateOnly today)
    {
        var day = record.ReceivedOn;
        for (var number = 0; number < 12; number++)
        {
            day = day.AddDays(1 + chance.Next(30));
            if (day > today)
            {
                return;
            }

            var state = chance.Next(100) < 70 ? TouchpointState.Made : (TouchpointState)chance.Next(6);
            var code = FamilyAnswer.Codes[chance.Next(FamilyAnswer.Codes.Count)];
            var touchpoint = new Touchpoint
            {
                Id = Guid.CreateVersion7(),
                RecordId = record.Id,
                Code = code,
                Occasion = number.ToString(CultureInfo.InvariantCulture),
                PersonId = person,
                Mode = TouchpointMode.Prepared,
                DueOn = day,
                State = state,
                IsUseful = chance.Next(100) < 80,
                CreatedAt = Moment(day.AddDays(-chance.Next(3))),
                SettledAt = state is TouchpointState.Made or TouchpointState.Cancelled ? Moment(day.AddDays(chance.Next(5) - 2)) : null,
                NotNeededBecause = state == TouchpointState.Cancelled && chance.Next(2) == 0 ? "Made up." : null,
            };
            context.Add(touchpoint);
            if (state == TouchpointState.Made && chance.Next(100) < 60)
            {
                context.Add(new FamilyAnswer
                {
                    Id = Guid.CreateVersion7(),
                    TouchpointId = touchpoint.Id,
                    KnowsNext = (FamilySays)chance.Next(3),
                    WasGood = code == FamilyAnswer.Draft ? (FamilySays)chance.Next(3) : null,
                    AnsweredAt = Moment(day.AddDays(3)),
                });
            }

            if (chance.Next(100) < 40)
            {
                context.Add(new FamilyQuestion
                {
                    Id = Guid.CreateVersion7(),
                    RecordId = record.Id,
                    PersonId = person,
                    Words = "Made up.",
                    AskedAt = Moment(day),
                    DueOn = day.AddDays(3),
                    AnsweredAt = chance.Next(100) < 80 ? Moment(day.AddDays(chance.Next(6))) : null,
                });
                context.Add(new FactAsk { Id = Guid.CreateVersion7(), RecordId = record.Id, Topic = FactTopic.WhatHelps, WasHeld = chance.Next(3) == 0, AskedAt = Moment(day) });
            }
        }
    }

    /// <summary>By a chance of their own, so that the rows before them stay what they were.</summary>
    private static void AddComplaints(App app, FeedbackDbContext context, int seed, int count)
    {
        var chance = new Random(-seed - 1);
        for (var number = 0; number < count; number++)
        {
            context.Add(new Complaint
            {
                Id = Guid.CreateVersion7(),
                Reference = string.Create(CultureInfo.InvariantCulture, $"S{seed}-{number}"),
                Kind = (ComplaintKind)chance.Next(2),
                IsAboutEhc = chance.Next(3) > 0,
                Words = "Made up.",
                ReplyTo = "",
                At = Moment(Day(app, chance)),
                Theme = chance.Next(4) == 0 ? null : (ComplaintTheme)chance.Next(10),
            });
        }
    }

    private static RegisterEntry Entry(App app, Random chance, string name)
    {
        var live = Day(app, chance);
        var state = (EntryState)chance.Next(4);
        return new RegisterEntry
        {
            Id = Guid.CreateVersion7(),
            Reference = $"REG-{name}",
            ChildId = Guid.CreateVersion7(),
            ApplicantId = Guid.CreateVersion7(),
            Capacity = GiverCapacity.Parent,
            State = state,
            Source = EntrySource.Paper,
            Area = "ME4",
            Difficulties = "",
            School = "",
            Help = SchoolHelp.NotSaid,
            Wanted = "",
            ReceivedAt = Moment(live.AddDays(-3)),
            AcknowledgeBy = live,
            AcknowledgedOn = live.AddDays((int)state - 1),
            LiveBy = live,
            LiveOn = state == EntryState.Received ? null : live,
            ConfirmedOn = state != EntryState.Received && chance.Next(2) == 0 && live.AddDays(200) <= app.Clock.Today() ? live.AddDays(200) : null,
            EndedOn = state is EntryState.Received or EntryState.Live or EntryState.Lapsed ? null : live.AddDays(250),
        };
    }

    private static DateOnly Day(App app, Random chance) => app.Clock.Today().AddDays(-chance.Next(LongestWay));

    /// <summary>About noon, so that the day in London is the day in UTC.</summary>
    private static DateTimeOffset Moment(DateOnly day) => UkTime.StartOf(day).AddHours(12);
}
