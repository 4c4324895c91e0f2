using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Features.Staff.MakeCall;
using Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;
using Medway.LocalOffer.Messaging.Features.Staff.PrintSheets;
using Medway.LocalOffer.Messaging.Features.Staff.ViewBatch;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Sending;

/// <summary>
/// The twelve restrictions over the five channels and over fallbacks, at a provider that keeps what it took, on printed sheets and on the pages of calls. Every
/// message that is held is proved against the same one that left.
/// </summary>
[Proves("messaging")]
public sealed class RestrictionTests(PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly MessageChannel[] Channels = Enum.GetValues<MessageChannel>();

    private NotifyStandIn notify = null!;
    private OwnApp app = null!;

    public async ValueTask InitializeAsync()
    {
        notify = await NotifyStandIn.StartAsync();
        app = new OwnApp(cluster);
        foreach (var (key, value) in notify.Settings())
        {
            app.Settings[key] = value;
        }

        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await notify.DisposeAsync();
    }

    [Fact]
    public async Task Twelve_OverFiveChannels_NothingLeaks_AndAllSixtyUnrestrictedLeave()
    {
        var template = await app.TemplateAsync("reply");
        List<(MadeFamily Family, HeldReason Reason)> families = [];
        foreach (var reason in MadeFamilies.Restrictions)
        {
            families.Add((await app.FamilyAsync(), reason));
        }

        await AskEachAsync(families, template, "free");
        await app.DispatchAsync();
        var free = await OfAsync("free");
        free.Count.ShouldBe(60);
        free.ShouldAllBe(m => m.State == Left(m.Channel));
        notify.All.Count.ShouldBe(24, "12 e-mails and 12 text messages");

        foreach (var (family, reason) in families)
        {
            await app.HoldAsync(family, reason);
        }

        await AskEachAsync(families, template, "held");
        await app.DispatchAsync();
        var held = await OfAsync("held");
        held.Count.ShouldBe(60);
        held.ShouldAllBe(m => m.State == MessageState.Held);
        foreach (var (family, reason) in families)
        {
            held.Where(m => m.PersonId == family.ParentId).ShouldAllBe(m => m.Reason!.Contains(ReasonWords.OfHeld(reason)));
        }

        notify.All.Count.ShouldBe(24, "nothing more has left");

        // The letters and calls that were let through before: the gate is asked again at the printer and at the phone.
        (await app.AskAsync(context => context.Messages.CountAsync(m => m.State == MessageState.ToPrint, Given.Now))).ShouldBe(12);
        await using (var scope = app.Scope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new MakeBatch(), Given.Now);
            made.Value.ShouldBeNull("the gate held every letter, so there is no batch");
        }

        foreach (var call in free.Where(m => m.Channel is MessageChannel.Phone or MessageChannel.FaceToFace))
        {
            var view = await app.DoAsync(new OpenCall(call.Id));
            (view.To, view.Script).ShouldBe((null, null));
        }

        (await app.AskAsync(context => context.Messages.CountAsync(m => m.State == MessageState.ToPrint || m.State == MessageState.ToDo, Given.Now))).ShouldBe(0);
    }

    [Fact]
    public async Task Twelve_OverFallbacks_NothingLeaks_AndWithoutThemEveryHopIsTaken()
    {
        var template = await app.TemplateAsync("reply");
        var control = await app.FamilyAsync();
        List<(MadeFamily Family, HeldReason Reason)> families = [];
        foreach (var reason in MadeFamilies.Restrictions)
        {
            families.Add((await app.FamilyAsync(), reason));
        }

        foreach (var family in families.Select(pair => pair.Family).Append(control))
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, template, $"hop {family.ParentId}", family.ChildId));
        }

        await app.DispatchAsync();
        notify.All.Count.ShouldBe(13);
        foreach (var (family, reason) in families)
        {
            await app.HoldAsync(family, reason);
        }

        foreach (var family in families.Select(pair => pair.Family).Append(control))
        {
            await FailAsync((await app.OnlyAsync($"hop {family.ParentId}")).Id);
        }

        await app.DispatchAsync();
        foreach (var (family, reason) in families)
        {
            // Where only the contact points are at fault the next channel is asked, and the next, until none is left.
            var hops = await app.MessagesAsync($"hop {family.ParentId}");
            hops.Count.ShouldBe(reason == HeldReason.ContactPointUnusable ? 5 : 2);
            hops[^1].State.ShouldBe(MessageState.Held);
            hops.Skip(1).SkipLast(1).ShouldAllBe(m => m.State == MessageState.Failed);
        }

        notify.All.Count.ShouldBe(14, "the control's text message, and nothing else");
        await TakeEveryHopAsync(control);
    }

    /// <summary>Sixty fallbacks: each restriction comes after the first way has been taken and before it fails. Five families without one show that every way leads on.</summary>
    [Fact]
    public async Task Twelve_OverFallbacksFromEachChannel_NothingLeaks_AndWithoutThemEachGoesOn()
    {
        var template = await app.TemplateAsync("reply");
        List<(MadeFamily Family, MessageChannel First, HeldReason? Reason)> all = [];
        foreach (var first in Channels)
        {
            foreach (var reason in MadeFamilies.Restrictions.Select(reason => (HeldReason?)reason).Append(null))
            {
                var family = await app.FamilyAsync();
                await app.LikesAsync(Preferences.Usual(family.ParentId) with { Channel = Enum.Parse<Channel>(first.ToString()) });
                await app.RequestAsync(Given.ToPerson(family.ParentId, template, $"from {family.ParentId}", family.ChildId));
                all.Add((family, first, reason));
            }
        }

        await app.DispatchAsync();
        (await OfAsync("from ")).Select(m => (m.Channel, m.State)).ShouldBe(all.Select(one => (one.First, Left(one.First))), ignoreOrder: true);
        notify.All.Count.ShouldBe(26, "13 e-mails and 13 text messages");
        var batch = (await app.DoAsync(new MakeBatch())).ShouldNotBeNull();
        await app.AskAsync(context => context.Messages.Where(m => m.PrintBatchId == batch).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Posted), Given.Now));
        foreach (var (family, _, reason) in all)
        {
            await (reason is { } held ? app.HoldAsync(family, held) : Task.CompletedTask);
        }

        foreach (var (family, _, _) in all)
        {
            await FailByItsWayAsync(await app.OnlyAsync($"from {family.ParentId}"), batch);
        }

        await app.DispatchAsync();
        foreach (var (family, first, reason) in all)
        {
            var hops = await app.MessagesAsync($"from {family.ParentId}");
            hops.Count.ShouldBe(reason == HeldReason.ContactPointUnusable ? 5 : 2, $"{first}, {reason}");
            var next = hops[1].Channel;
            next.ShouldBe(first == MessageChannel.Email ? MessageChannel.Sms : MessageChannel.Email);
            hops[^1].State.ShouldBe(reason is null ? Left(next) : MessageState.Held, $"{first}, {reason}");
        }

        notify.All.Count.ShouldBe(26 + Channels.Length, "the next way of those five whom nothing restricts");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GateDoesNotAnswer_NothingLeaves_AndWhenItDoesEverythingLeaves(bool hangs)
    {
        var broken = new BrokenReach { Hangs = hangs };
        await using var other = new OwnApp(cluster, services =>
        {
            services.AddSingleton(broken);
            services.Decorate();
        });
        foreach (var (key, value) in notify.Settings())
        {
            other.Settings[key] = value;
        }

        other.Settings["Messaging:GateSeconds"] = "2";
        await other.InitializeAsync();
        other.Clock.StandAt(Given.Wednesday);
        var family = await other.FamilyAsync();
        var template = await other.TemplateAsync("reply");
        var before = notify.All.Count;
        broken.IsBroken = true;
        foreach (var channel in Channels)
        {
            await other.RequestAsync(Given.ToPerson(family.ParentId, template, $"gate {channel}", family.ChildId, channel));
        }

        await other.DispatchAsync();
        foreach (var channel in Channels)
        {
            (await other.OnlyAsync($"gate {channel}")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Held), m => m.Reason.ShouldBe("gate_unavailable"));
        }

        notify.All.Count.ShouldBe(before);
        broken.IsBroken = false;
        other.Clock.Move(TimeSpan.FromMinutes(2));
        await other.DispatchAsync();
        foreach (var channel in Channels)
        {
            (await other.OnlyAsync($"gate {channel}")).State.ShouldBe(Left(channel));
        }

        notify.All.Count.ShouldBe(before + 2);
    }

    private static MessageState Left(MessageChannel channel) => channel switch
    {
        MessageChannel.Email or MessageChannel.Sms => MessageState.Sent,
        MessageChannel.Letter => MessageState.ToPrint,
        _ => MessageState.ToDo,
    };

    private async Task AskEachAsync(List<(MadeFamily Family, HeldReason Reason)> families, string template, string word)
    {
        foreach (var (family, _) in families)
        {
            foreach (var channel in Channels)
            {
                await app.RequestAsync(Given.ToPerson(family.ParentId, template, $"{word} {family.ParentId} {channel}", family.ChildId, channel));
            }
        }
    }

    private Task<List<Message>> OfAsync(string word) =>
        app.AskAsync(context => context.Messages.AsNoTracking().Where(m => m.OccurrenceKey.StartsWith(word)).OrderBy(m => m.Id).ToListAsync(Given.Now));

    /// <summary>The provider says that the address does not work.</summary>
    private async Task FailAsync(Guid messageId, string status = "permanent-failure")
    {
        using var client = app.CreateClient();
        using var receipt = NotifyStandIn.Receipt("n-" + messageId, messageId.ToString(), status);
        (await client.CallBackAsync(receipt)).IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>As each way fails, so that the other ways stay good: not just now, came back, nobody answered twice.</summary>
    private async Task FailByItsWayAsync(Message message, Guid batch)
    {
        switch (message.Channel)
        {
            case MessageChannel.Email or MessageChannel.Sms:
                await FailAsync(message.Id, "temporary-failure");
                break;
            case MessageChannel.Letter:
                await app.DoAsync(new ReturnLetter(batch, message.MatchCode!));
                break;
            default:
                await app.DoAsync(new RecordCall(message.Id, "no_answer", false));
                await app.DoAsync(new RecordCall(message.Id, "no_answer", false));
                break;
        }
    }

    /// <summary>E-mail, text message, letter, call, visit: each fails in its own way, and the next is tried.</summary>
    private async Task TakeEveryHopAsync(MadeFamily control)
    {
        var key = $"hop {control.ParentId}";
        (await app.MessagesAsync(key))[^1].ShouldSatisfyAllConditions(m => m.Channel.ShouldBe(MessageChannel.Sms), m => m.State.ShouldBe(MessageState.Sent));

        // Temporary, so that the number stays good for a call.
        using (var client = app.CreateClient())
        using (var receipt = NotifyStandIn.Receipt("n-sms", (await app.MessagesAsync(key))[^1].Id.ToString(), "temporary-failure"))
        {
            (await client.CallBackAsync(receipt)).IsSuccessStatusCode.ShouldBeTrue();
        }

        await app.DispatchAsync();
        (await app.MessagesAsync(key))[^1].ShouldSatisfyAllConditions(m => m.Channel.ShouldBe(MessageChannel.Letter), m => m.State.ShouldBe(MessageState.ToPrint));
        var batch = (await app.DoAsync(new MakeBatch())).ShouldNotBeNull();
        var sheet = (await app.DoAsync(new ReadSheets(batch))).Sheets.ShouldHaveSingleItem();
        sheet.To.Lines[0].ShouldBe(control.Street);
        await app.AskAsync(context => context.Messages.Where(m => m.PrintBatchId == batch).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Posted), Given.Now));
        await app.DoAsync(new ReturnLetter(batch, sheet.MatchCode));
        await app.DispatchAsync();
        var call = (await app.MessagesAsync(key))[^1];
        (call.Channel, call.State).ShouldBe((MessageChannel.Phone, MessageState.ToDo));
        (await app.DoAsync(new OpenCall(call.Id))).To!.Lines[0].ShouldBe(string.Concat(control.Phone.Where(char.IsDigit)));
        await app.DoAsync(new RecordCall(call.Id, "no_answer", false));
        (await app.MessagesAsync(key)).Count.ShouldBe(4, "one try is not two");
        await app.DoAsync(new RecordCall(call.Id, "no_answer", false));
        await app.DispatchAsync();
        var visit = (await app.MessagesAsync(key))[^1];
        (visit.Channel, visit.State).ShouldBe((MessageChannel.FaceToFace, MessageState.ToDo));
        await app.DoAsync(new RecordCall(visit.Id, "spoke", true));
        (await app.MessagesAsync(key))[^1].State.ShouldBe(MessageState.Made);
    }
}

/// <summary>People that cannot be asked: it throws, or does not come back.</summary>
internal sealed class BrokenReach
{
    public bool IsBroken { get; set; }

    public bool Hangs { get; init; }
}

internal static class BrokenReachServices
{
    /// <summary>Puts it before People's own answers.</summary>
    public static void Decorate(this IServiceCollection services)
    {
        var own = services.Last(service => service.ServiceType == typeof(IReach));
        services.Remove(own);
        services.AddScoped<IReach>(provider => new Before(provider.GetRequiredService<BrokenReach>(), Own(provider, own)));
    }

    private static IReach Own(IServiceProvider provider, ServiceDescriptor own) => (IReach)(own.ImplementationFactory is { } factory
        ? factory(provider)
        : ActivatorUtilities.CreateInstance(provider, own.ImplementationType!));

    private sealed class Before(BrokenReach broken, IReach own) : IReach
    {
        public async Task<IReadOnlyList<ReachAnswer>> AskAsync(IReadOnlyList<ReachQuestion> questions, CancellationToken cancellationToken)
        {
            if (!broken.IsBroken)
            {
                return await own.AskAsync(questions, cancellationToken);
            }

            if (broken.Hangs)
            {
                await Task.Delay(TimeSpan.FromSeconds(30), CancellationToken.None);
            }

            throw new InvalidOperationException("People cannot be asked.");
        }

        public Task<Guid?> ReportAsync(Guid contactPointId, ContactFailure failure, CancellationToken cancellationToken) =>
            own.ReportAsync(contactPointId, failure, cancellationToken);
    }
}
