using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Sending;

/// <summary>Requests become messages, and messages leave: once, at their time, to the right place.</summary>
[Proves("messaging")]
public sealed class EngineTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly OwnApp app = new(cluster, services =>
    {
        services.WithoutTheRegisters();
        services.AddScoped<ISendRule, CaseworkRule>();
    });

    private sealed class CaseworkRule : ISendRule
    {
        public static string? Refusal { get; set; }

        public static Func<Task>? Trouble { get; set; }

        public bool IsAbout(string messageClass) => messageClass == "casework";

        public async Task<SendAnswer> AskAsync(SendQuestion question, CancellationToken cancellationToken)
        {
            await (Trouble?.Invoke() ?? Task.CompletedTask);
            return Refusal is null ? SendAnswer.Yes : SendAnswer.No(Refusal);
        }
    }

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Request_TwiceWithOneKey_IsOneMessage_AndAfterARollbackNone()
    {
        var message = Given.ToMailbox("officer@example.org", "once");
        await Task.WhenAll(app.RequestAsync(message), app.RequestAsync(message), app.RequestAsync(message));
        _ = app.Services;
        using (OneTransaction.Begin())
        {
            await using var scope = app.Scope();
            await scope.ServiceProvider.GetRequiredService<IMessages>().RequestAsync(Given.ToMailbox("officer@example.org", "undone"), Given.Now);
        }

        await app.DispatchAsync();
        await app.DispatchAsync();

        (await app.OnlyAsync("once")).State.ShouldBe(MessageState.Sunk);
        (await app.MessagesAsync("undone")).ShouldBeEmpty();
        (await app.SunkAsync("once")).ShouldNotBeNull().ShouldContain("3 November 2026");
    }

    [Fact]
    public async Task Request_WithoutItsFields_OrATemplate_OrALinkOfOurs_IsRefusedAtOnce()
    {
        await Should.ThrowAsync<ArgumentException>(() => app.RequestAsync(Given.ToMailbox("a@example.org", "x") with { Values = new Dictionary<string, string>() }));
        await Should.ThrowAsync<ArgumentException>(() => app.RequestAsync(Given.ToMailbox("a@example.org", "x", "no.such-template")));
        await Should.ThrowAsync<ArgumentException>(() => app.RequestAsync(new MessageRequest("messaging.test", "x", null, null, new Dictionary<string, string> { ["sent"] = "now" })));
        await Should.ThrowAsync<ArgumentException>(() => app.RequestAsync(new MessageRequest(
            "accounts.invitation", "x", null, "a@example.org", new Dictionary<string, string> { ["name"] = "Sam", ["path"] = "https://evil.example" })));
    }

    [Fact]
    public async Task Secret_IsNeverReadable_AndGoneWhenItHasLeft()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(new MessageRequest("accounts.family-code", "code", family.EmailId, null, new Dictionary<string, string> { ["code"] = "918273" }));
        (await app.AskAsync(context => context.Requests.Where(r => r.OccurrenceKey == "code").Select(r => r.Values).SingleAsync(Given.Now))).ShouldNotBeNull().ShouldContain("918273");
        (await RawAsync()).ShouldNotContain("918273");

        // Half past ten at night: whoever asked for a code just now gets it now.
        app.Clock.StandAt(Given.Wednesday.AddHours(12.5));
        await app.DispatchAsync();

        var message = await app.OnlyAsync("code");
        (message.State, message.Exemption).ShouldBe((MessageState.Sunk, Exemption.AskedNow));
        (await app.SunkAsync("code"))!.ShouldContain("918273", customMessage: "the positive control: this is what was sent");
        (await app.AskAsync(context => context.Requests.Where(r => r.OccurrenceKey == "code").Select(r => r.Values).SingleAsync(Given.Now))).ShouldBeNull();
        (await RawAsync()).ShouldNotContain("918273");

        Task<string> RawAsync() => app.AskAsync(async context => string.Join('\n', await context.Database
            .SqlQuery<string>($"select r::text || coalesce(encode(r.values, 'escape'), '') as \"Value\" from messaging.requests r").ToListAsync(Given.Now)));
    }

    [Fact]
    public async Task Send_AtNight_WaitsForTheMorning_AndTheFourthInAWeekForItsPlace()
    {
        var family = await app.FamilyAsync();
        app.Clock.StandAt(Given.Wednesday.AddHours(11));
        for (var number = 1; number <= 4; number++)
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"night {number}", family.ChildId, MessageChannel.Email));
        }

        await app.DispatchAsync();
        (await app.OnlyAsync("night 1")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Waiting), m => m.Reason.ShouldBe("quiet_hours"));

        app.Clock.StandAt(Given.Wednesday.AddHours(22));
        await app.DispatchAsync();
        List<Message> all = [];
        for (var number = 1; number <= 4; number++)
        {
            all.Add(await app.OnlyAsync($"night {number}"));
        }

        all.Count(m => m.State == MessageState.Sunk).ShouldBe(3);
        var fourth = all.Single(m => m.State == MessageState.Waiting);
        (fourth.Reason, fourth.DueAt).ShouldBe(("weekly_cap", app.Clock.GetUtcNow().AddDays(7)));

        app.Clock.Move(TimeSpan.FromDays(7));
        await app.DispatchAsync();
        (await app.OnlyAsync(fourth.OccurrenceKey)).State.ShouldBe(MessageState.Sunk);
    }

    [Fact]
    public async Task Send_OfAClassThatNeedsARule_AsksIt_AndWithoutOneIsHeld()
    {
        var family = await app.FamilyAsync();
        var (casework, register) = (await app.TemplateAsync("casework"), await app.TemplateAsync("register"));
        await app.RequestAsync(Given.ToPerson(family.ParentId, casework, "rule yes", family.ChildId, MessageChannel.Email));
        await app.RequestAsync(Given.ToPerson(family.ParentId, register, "no rule", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();
        CaseworkRule.Refusal = "case_closed";
        await app.RequestAsync(Given.ToPerson(family.ParentId, casework, "rule no", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();
        CaseworkRule.Refusal = null;

        (await app.OnlyAsync("rule yes")).State.ShouldBe(MessageState.Sunk);
        (await app.OnlyAsync("no rule")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Held), m => m.Reason.ShouldBe("no_rule"));
        (await app.OnlyAsync("rule no")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Held), m => m.Reason.ShouldBe("case_closed"));
    }

    /// <summary>A rule that breaks, or that does not come back in two seconds, holds what it was asked about; it is asked again by itself.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_ARuleThatBreaksOrHangs_HoldsTheMessage_UntilItAnswers(bool hangs)
    {
        app.Settings["Messaging:GateSeconds"] = "2";
        var family = await app.FamilyAsync();
        var casework = await app.TemplateAsync("casework");
        CaseworkRule.Trouble = hangs ? () => Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None) : () => throw new InvalidOperationException("The rule is broken.");
        await app.RequestAsync(Given.ToPerson(family.ParentId, casework, $"trouble {hangs}", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();
        CaseworkRule.Trouble = null;
        (await app.OnlyAsync($"trouble {hangs}")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Held), m => m.Reason.ShouldBe("gate_unavailable"));

        app.Clock.Move(TimeSpan.FromMinutes(2));
        await app.DispatchAsync();
        (await app.OnlyAsync($"trouble {hangs}")).State.ShouldBe(MessageState.Sunk);
    }

    [Fact]
    public async Task Words_OnPaperAndInEMails_SayHowToGetAnotherFormat_AndTextMessagesStayShort()
    {
        var family = await app.FamilyAsync();
        foreach (var channel in new[] { MessageChannel.Email, MessageChannel.Sms })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"format {channel}", family.ChildId, channel));
        }

        await app.DispatchAsync();

        (await app.SunkAsync($"format {MessageChannel.Email}")).ShouldNotBeNull().ShouldContain("Do you need this in another format");
        (await app.SunkAsync($"format {MessageChannel.Sms}")).ShouldNotBeNull().ShouldNotContain("another format");
        (await app.GetAsync(Words.OtherFormat)).Status.ShouldBe(HttpStatusCode.OK, "the link leads somewhere");
    }

    [Fact]
    public async Task Send_AboutSiblingsOnOneDay_IsOneMessage()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.update", "first child", family.ChildId, MessageChannel.Email, ("about", "3 November 2026")));
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.update", "second child", family.ChildId, MessageChannel.Email, ("about", "4 November 2026")));
        app.Clock.Move(TimeSpan.FromHours(1));
        await app.DispatchAsync();

        var (one, other) = (await app.OnlyAsync("first child"), await app.OnlyAsync("second child"));
        var (carrier, part) = one.State == MessageState.Sunk ? (one, other) : (other, one);
        (carrier.State, part.State, part.BundledIntoId).ShouldBe((MessageState.Sunk, MessageState.Bundled, carrier.Id));
        var words = await app.SunkAsync(carrier.OccurrenceKey);
        words.ShouldNotBeNull().ShouldContain("3 November 2026");
        words.ShouldContain("4 November 2026");
    }

    [Fact]
    public async Task Switch_Pulled_NothingLeaves_AndReleased_ItDoes()
    {
        var family = await app.FamilyAsync();
        foreach (var stop in new[] { new Stop { Id = Guid.CreateVersion7(), Kind = StopKind.Person, PersonId = family.ChildId, Reason = "Test", At = app.Clock.GetUtcNow() },
            new Stop { Id = Guid.CreateVersion7(), Kind = StopKind.Template, Template = "messaging.test", Reason = "Test", At = app.Clock.GetUtcNow() },
            new Stop { Id = Guid.CreateVersion7(), Kind = StopKind.Everything, Reason = "Test", At = app.Clock.GetUtcNow() } })
        {
            var key = $"stop {stop.Kind}";
            await app.AskAsync(context => { context.Stops.Add(stop); return context.SaveChangesAsync(Given.Now); });
            await app.RequestAsync(stop.Kind == StopKind.Template
                ? Given.ToMailbox("a@example.org", key)
                : Given.ToPerson(family.ParentId, "messaging.get-in-touch", key, family.ChildId, MessageChannel.Email));
            await app.DispatchAsync();
            (await app.OnlyAsync(key)).State.ShouldBe(MessageState.Waiting);

            await app.AskAsync(context => context.Stops.Where(s => s.Id == stop.Id).ExecuteDeleteAsync(Given.Now));
            await app.DispatchAsync();
            (await app.OnlyAsync(key)).State.ShouldBe(MessageState.Sunk);
        }
    }

    [Fact]
    public async Task Wake_QueuesADispatch_ThatTheJobRunnerRuns()
    {
        await app.RequestAsync(Given.ToMailbox("a@example.org", "woken"));
        await using (var scope = app.Scope())
        {
            await new DispatchWake(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<JobQueue>(), app.Clock).OnNoticeAsync(DispatchWake.Tag, Given.Now);
        }

        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(Given.Now);

        (await app.OnlyAsync("woken")).State.ShouldBe(MessageState.Sunk);
    }
}
