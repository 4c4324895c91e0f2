using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Content.Features.Staff.AddMedia;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.AddToPanel;
using Medway.LocalOffer.Ehcp.Features.Staff.LogRequest;
using Medway.LocalOffer.Ehcp.Features.Staff.PlanEhcPanel;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordAttendance;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.Complain;
using Medway.LocalOffer.Feedback.Features.Staff.SeeWorkingGroup;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.MakeBoardPack;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;
using Medway.LocalOffer.Improvement.Features.Staff.RecordEngagement;
using Medway.LocalOffer.Improvement.Features.Staff.WritePublicWords;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Features.Staff;
using Medway.LocalOffer.Listings.Features.Staff.LoadServices;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Features.Staff.GatherData;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.EnterApplication;
using Medway.LocalOffer.Register.Features.Staff.ListMailings;
using Medway.LocalOffer.Register.Features.Staff.PublishNumbers;
using Medway.LocalOffer.Register.Features.Staff.ShareByLaw;
using Medway.LocalOffer.Search.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing.Matrix;

/// <summary>One of each record that reference data does not hold, so that the pages about one can be opened.</summary>
public static class SampleRecords
{
    public static async Task AddAsync(App app)
    {
        using var coordinator = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var now = app.Clock.GetUtcNow();
        accounts.Add(new BreakGlass
        {
            Id = Guid.CreateVersion7(now),
            AccountId = coordinator.AccountId,
            PersonId = Guid.CreateVersion7(now),
            Reason = BreakGlassReason.ColleagueAway,
            Why = "A sample",
            OpenedAt = now,
            EndsAt = now + BreakGlass.Lasts,
        });
        accounts.Add(new JoinRequest { Id = Guid.CreateVersion7(now), ContactPointId = Guid.CreateVersion7(now), State = JoinState.Waiting, CreatedAt = now });
        await accounts.SaveChangesAsync();

        var search = scope.ServiceProvider.GetRequiredService<SearchDbContext>();
        search.Packs.Add(new Pack { Code = "sample", Title = "A sample", Note = "", Slugs = [], MadeOn = app.Clock.Today(), LastDay = app.Clock.Today().AddYears(1) });
        await search.SaveChangesAsync();
        var family = await app.FamilyAsync();

        var record = await app.DoAsync(new LogRequest($"{family.ChildId}", Asker.Parent, "", app.Clock.Today(), "A sample", $"{coordinator.AccountId:n}@example.org", ""));
        await app.DoAsync(new RecordEvent(record, EventKind.Acknowledged, app.Clock.Today(), ""));
        await app.DoAsync(new RecordEvent(record, EventKind.DecidedToAssess, app.Clock.Today(), ""));
        await app.DoAsync(new RecordEvent(record, EventKind.AdviceRequested, app.Clock.Today(), "", Adviser.School));
        var panel = await app.DoAsync(new PlanEhcPanel(PanelKind.Stage2, app.Clock.Today()));
        await app.DoAsync(new AddToPanel(panel, record));
        await app.DoAsync(new RecordAttendance(panel, [new Attendee(PanelAgency.SendTeam, "A sample"), new Attendee(PanelAgency.Health, "Another sample")]));
        await app.DoAsync(new RecordEvent(record, EventKind.DecidedToIssue, app.Clock.Today(), ""));
        await app.DoAsync(new StartPlan(record));
        await app.DoAsync(new RecordSetting(record, SettingKind.Section19, app.Clock.Today(), "A sample"));
        var ehcp = scope.ServiceProvider.GetRequiredService<EhcpDbContext>();
        ehcp.Add(new Touchpoint
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record,
            Code = FamilyAnswer.Codes[0],
            Occasion = "sample",
            PersonId = family.ParentId,
            Mode = TouchpointMode.Prepared,
            DueOn = app.Clock.Today(),
            State = TouchpointState.Made,
            IsUseful = true,
            CreatedAt = now,
            AskedAt = now,
            SettledAt = now,
            Words = "A sample",
        });
        ehcp.Add(new EhcEvent { Id = Guid.CreateVersion7(now), RecordId = record, Kind = EventKind.ReviewMeetingHeld, HappenedOn = app.Clock.Today(), RecordedAt = now, RecordedBy = "sample" });
        await ehcp.SaveChangesAsync();
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        await (await parent.PageAsync("/my/ehc-plan/questions")).SubmitAsync(parent, "main form[method=post]", [("Words", "A sample")]);

        var entry = await app.DoAsync(new EnterApplication(
            $"{family.ChildId}", $"{family.ParentId}", EntrySource.Paper, "ME4 9ZZ", [], "", SchoolHelp.NotSaid, "", new Dictionary<string, string>(), new Dictionary<string, Guid>()));
        await app.DoAsync(new PublishRelease(await app.DoAsync(new PrepareRelease())));
        await app.DoAsync(new AskShareByLaw(entry, LegalGround.Safeguarding, "A sample", "A sample", IsHidden: false));
        await app.DoAsync(new WriteMailing("register.news/Email", "A sample", "A sample."));

        byte[] file = [.. "%PDF-1.4"u8];
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new AddMedia("A sample", "", IsDecorative: false, "the team that tests", "Made for tests", "a-sample.pdf", file.Length, file));
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SaveDraft(null, new OrganisationDocument { Name = "Sample Trust", Slug = "sample-trust" }, ""));
        await app.DoAsync(new LoadFile(new ImportFile("a-sample.csv", "id,service_name\n"u8.ToArray()), "listings", IsTrial: true) { LongestAtOnce = 0 });
        await AddMessagesAsync(app, family);
        await AddAuditAsync(scope.ServiceProvider.GetRequiredService<ImprovementDbContext>(), record, now);
        await app.DoAsync(new AskErasure(family.ParentId, "A sample"));
        await app.DoAsync(new MakeBoardPack(await app.DoAsync(new PlanBoard(app.Clock.Today().AddDays(7)))));
        await app.DoAsync(new RaiseMatter(MatterKind.Risk, "A sample", "A sample", null, null, null, "A sample", app.Clock.Today()));
        await app.DoAsync(new RecordEngagement(app.Clock.Today(), AskedGroup.YoungPeople, "A sample", EngagementLevel.Consulted, null, null, "A sample", "A sample", ""));
        var part = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.OrderBy(part => part.Position).First().Id;
        await app.DoAsync(new WritePublicWords(part, "A sample", "A sample.", "A sample.", "A sample.", "A sample.", "A sample.", "A sample."));

        await SamplePanel.AddAsync(app);
        using var visitor = app.CreateClient();
        using var comment = new FormUrlEncodedContent([new("Kind", "Idea"), new("Words", "A sample")]);
        using var given = await visitor.PostAsync(new Uri("/feedback", UriKind.Relative), comment);
        await AddFeedbackAsync(app, scope.ServiceProvider.GetRequiredService<FeedbackDbContext>(), now);
    }

    /// <summary>A comment that somebody is worried about, a theme that is published and a complaint.</summary>
    private static async Task AddFeedbackAsync(App app, FeedbackDbContext context, DateTimeOffset now)
    {
        context.Add(new Comment { Id = Guid.CreateVersion7(now), Kind = CommentKind.Idea, Words = "A sample", At = now, State = CommentState.SetAside, Moderation = Moderation.Worried });
        context.Add(new Theme { Id = Guid.CreateVersion7(now), Said = "A sample", State = ThemeState.Sent, StartedAt = now, WrittenBy = "a sample" });
        context.Add(new PublishedYouSaid
        {
            Id = Guid.CreateVersion7(now),
            ThemeId = Guid.CreateVersion7(now),
            Said = "A sample",
            EasySaid = "A sample",
            Status = YouSaidStatus.Did,
            Response = "A sample.",
            EasyResponse = "A sample.",
            People = 0,
            PublishedOn = UkTime.DateIn(now),
            At = now,
        });
        await context.SaveChangesAsync();
        await app.DoAsync(new AddTaskScript(nameof(TaskKind.Find), "A sample"));
        await app.DoAsync(new Complain(nameof(ComplaintKind.Service), "no", "A sample", ""));
        await app.DoAsync(new Complain(nameof(ComplaintKind.DataProtection), "no", "A sample", ""));
    }

    /// <summary>One audit of one record, which has not been written down, with something that an agency has to do.</summary>
    private static async Task AddAuditAsync(ImprovementDbContext context, Guid record, DateTimeOffset now)
    {
        var today = UkTime.DateIn(now);
        var draw = new AuditDraw { Id = Guid.CreateVersion7(now), Kind = AuditKind.Journeys, From = today, Until = today, Seed = "a sample", FrameSize = 1, FrameDigest = "a sample", Excluded = 0, At = now };
        var item = new AuditItem { Id = Guid.CreateVersion7(now), DrawId = draw.Id, Number = 1, UnitId = record, RecordId = record };
        context.AddRange(draw, item, new AuditFinding { Id = Guid.CreateVersion7(now), ItemId = item.Id, Agency = AuditAgency.Health, Action = "A sample", DueOn = today, At = now });
        await context.SaveChangesAsync();
    }

    /// <summary>A call that waits, a letter in a batch, and a letter to be made in Braille.</summary>
    private static async Task AddMessagesAsync(App app, MadeFamily family)
    {
        var reader = await app.FamilyAsync();
        await app.LikesAsync(Preferences.Usual(reader.ParentId) with { Format = MessageFormat.Braille });
        foreach (var (to, channel) in new[] { (family, MessageChannel.Phone), (family, MessageChannel.Letter), (reader, MessageChannel.Letter) })
        {
            await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
            await scope.ServiceProvider.GetRequiredService<IMessages>().RequestAsync(
                new MessageRequest("messaging.get-in-touch", $"sample {channel} {to.ParentId}", null, null, new Dictionary<string, string>())
                {
                    PersonId = to.ParentId,
                    AboutPersonId = to.ChildId,
                    Channel = channel,
                },
                CancellationToken.None);
        }

        await app.Services.GetRequiredService<Dispatcher>().RunAsync(CancellationToken.None);
        await app.DoAsync(new MakeBatch());
    }
}
