using System.Net;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Jobs;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Channels;

/// <summary>What leaves through Notify, what comes back, and what comes back that should not.</summary>
[Proves("messaging")]
public sealed class NotifyTests(PostgresCluster cluster) : IAsyncLifetime
{
    private NotifyStandIn notify = null!;
    private OwnApp app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        notify = await NotifyStandIn.StartAsync();
        notify.Hang = TimeSpan.FromSeconds(2);
        app = new OwnApp(cluster);
        foreach (var (key, value) in notify.Settings(timeoutSeconds: 1))
        {
            app.Settings[key] = value;
        }

        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
        client = app.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await notify.DisposeAsync();
    }

    [Fact]
    public async Task Send_IsSignedAndClean_AndReceiptsMoveItOnlyForward()
    {
        await app.RequestAsync(new("accounts.invitation", "signed", null, "officer@example.org", new Dictionary<string, string>
        {
            ["name"] = "Sam\r\nBcc: all@example.org [x](http://evil.example)",
            ["path"] = "/link/abc",
        }));
        await app.DispatchAsync();

        var accepted = notify.All.ShouldHaveSingleItem();
        notify.BadTokens.ShouldBe(0);
        accepted.Recipient.ShouldBe("officer@example.org");
        accepted.Subject.ShouldBe("Set up your sign-in");
        accepted.Body.ShouldContain("Hello Sam Bcc: all@example .org x evil .example\n");
        accepted.Body.ShouldContain("/link/abc");
        (await app.OnlyAsync("signed")).State.ShouldBe(MessageState.Sent);
        var asked = await app.AskAsync(context => context.Requests.AsNoTracking().SingleAsync(r => r.OccurrenceKey == "signed", Given.Now));
        (asked.Values, asked.Mailbox).ShouldBe((null, null), "the link is gone");

        foreach (var (status, state) in new[] { ("delivered", MessageState.Delivered), ("delivered", MessageState.Delivered), ("sending", MessageState.Delivered), ("permanent-failure", MessageState.Delivered) })
        {
            (await ReceiveAsync(accepted.Reference, status)).ShouldBe(HttpStatusCode.NoContent);
            (await app.OnlyAsync("signed")).State.ShouldBe(state);
        }

        (await app.AskAsync(context => context.Receipts.CountAsync(Given.Now))).ShouldBe(3, "the same receipt twice is one");
    }

    [Fact]
    public async Task Callback_FromStrangers_TooLong_OrNonsense_IsRefusedCalmly()
    {
        using var receipt = NotifyStandIn.Receipt("n-1", Guid.CreateVersion7().ToString(), "delivered");
        (await client.CallBackAsync(receipt, "a guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = NotifyStandIn.Receipt("n-1", Guid.CreateVersion7().ToString(), "delivered");
        (await client.CallBackAsync(again, null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        // About a message that we never sent: taken, so that it does not come again, and nothing happens.
        (await ReceiveAsync(Guid.CreateVersion7().ToString(), "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await ReceiveAsync("not an id", "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await app.AskAsync(context => context.Receipts.CountAsync(Given.Now))).ShouldBe(0);

        using var huge = new StreamContent(new Zeros(50_000_000));
        (await client.CallBackAsync(huge)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        foreach (var nonsense in new[] { "", "{", "[]", "null", "\"x\"", "{\"id\":\"1\"}", "{\"id\":1,\"status\":{}}", "{\"id\":\"1\",\"status\":\"" + new string('x', 100) + "\"}" })
        {
            using var content = new StringContent(nonsense);
            (await client.CallBackAsync(content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, nonsense);
        }
    }

    [Fact]
    public async Task Send_WithoutAnAnswer_IsAskedAboutBeforeItIsSentAgain()
    {
        notify.Faults = NotifyFaults.None with { TimeoutsAfterAccepting = 1 };
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "unsure"));
        await app.DispatchAsync();
        (await app.OnlyAsync("unsure")).State.ShouldBe(MessageState.Unsure);
        notify.All.Count.ShouldBe(1);

        app.Clock.Move(TimeSpan.FromSeconds(30));
        await app.DispatchAsync();
        (await app.OnlyAsync("unsure")).State.ShouldBe(MessageState.Unsure, "a minute has not passed");

        app.Clock.Move(TimeSpan.FromSeconds(31));
        await app.DispatchAsync();
        (await app.OnlyAsync("unsure")).State.ShouldBe(MessageState.Delivered);
        notify.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_RefusedForGood_TellsPeople_Busy_TriesAgain_AndOurOwnFaultIsStuckWithinFiveMinutes()
    {
        var family = await app.FamilyAsync();
        notify.Refusal = (429, "Exceeded rate limit");
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "busy"));
        await app.DispatchAsync();
        (await app.OnlyAsync("busy")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Waiting), m => m.Tries.ShouldBe(1), m => m.Reason.ShouldBe("busy_429"));

        notify.Refusal = (400, "email_address Not a valid email address");
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "refused", family.ChildId));
        await app.DispatchAsync();
        (await app.MessagesAsync("refused"))[0].ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Failed), m => m.Reason.ShouldBe("not_an_address"));
        (await app.MessagesAsync("refused"))[1].Channel.ShouldBe(Contracts.MessageChannel.Sms, "the next channel is tried");
        (await app.FindAsync(family.EmailId)).ShouldBeFalse("People holds the address from now on");

        notify.Refusal = (403, "Invalid token");
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "broken"));
        var began = app.Clock.GetUtcNow();
        while ((await app.MessagesAsync("broken")) is not [{ State: MessageState.Stuck }])
        {
            await app.DispatchAsync();
            app.Clock.Move(TimeSpan.FromSeconds(10));
            (app.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public async Task Reconcile_AReceiptThatNeverCame_IsAskedFor()
    {
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "lost receipt"));
        await app.DispatchAsync();
        (await app.OnlyAsync("lost receipt")).State.ShouldBe(MessageState.Sent);

        app.Clock.Move(TimeSpan.FromHours(1.1));
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<ReconcileJob>().RunAsync(new JobContext(Guid.CreateVersion7(), ReconcileJob.Kind, null, "{}", 1), Given.Now);

        (await app.OnlyAsync("lost receipt")).State.ShouldBe(MessageState.Delivered);
    }

    /// <summary>A hundred messages are on their way when somebody pulls the switch: what is in the provider's hands has left, nothing else does.</summary>
    [Fact]
    public async Task KillSwitch_PulledInTheMiddleOfABatch_StopsTheRestAtOnce()
    {
        const int Batch = 100;
        const int InHands = 8;
        notify.Takes = TimeSpan.FromMilliseconds(700);
        for (var number = 0; number < Batch; number++)
        {
            await app.RequestAsync(Given.ToMailbox($"officer{number}@example.org", $"switch {number}"));
        }

        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        var page = await lead.PageAsync("/staff/messaging/stops");
        var dispatch = app.DispatchAsync();
        while (notify.All.IsEmpty)
        {
            await Task.Delay(20, Given.Now);
        }

        (await page.SubmitAsync(lead, "main form:last-of-type", ("Kind", "everything"), ("Reason", "Wrong words"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var left = notify.All.Count;
        await dispatch;

        notify.All.Count.ShouldBeLessThanOrEqualTo(left + InHands);
        notify.All.Count.ShouldBeLessThan(Batch);
        (await app.AskAsync(context => context.Messages.CountAsync(m => m.OccurrenceKey.StartsWith("switch ") && m.State == MessageState.Waiting, Given.Now))).ShouldBe(Batch - notify.All.Count);
        await (await lead.PageAsync("/staff/messaging/stops")).SubmitAsync(lead, "main form[action$='handler=Release']", ("Why", "The words are right"));
        notify.Takes = TimeSpan.Zero;
        await app.DispatchAsync();
        notify.All.Count.ShouldBe(Batch, "the control: without the switch every one leaves");
    }

    private async Task<HttpStatusCode> ReceiveAsync(string reference, string status)
    {
        using var receipt = NotifyStandIn.Receipt("n-" + reference, reference, status);
        return (await client.CallBackAsync(receipt)).StatusCode;
    }

    /// <summary>Many bytes that nobody has to hold.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(left, count);
            Array.Clear(buffer, offset, read);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
