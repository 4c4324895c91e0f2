using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Tests.Sending;

/// <summary>How somebody likes to be told is kept to, or somebody has a task: never something else without a word.</summary>
[Proves("messaging")]
public sealed class LikedTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly OwnApp app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task CallFirst_NothingLeavesBeforeTheRightPersonWasSpokenTo_ThenItDoes()
    {
        var (asked, control) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.LikesAsync(Preferences.Usual(asked.ParentId) with { Channel = Channel.Email, CallFirst = true });
        foreach (var family in new[] { asked, control })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"call first {family.ParentId}", family.ChildId));
        }

        await app.DispatchAsync();
        (await app.OnlyAsync($"call first {control.ParentId}")).State.ShouldBe(MessageState.Sunk, "the control did not ask to be called");
        var all = await app.MessagesAsync($"call first {asked.ParentId}");
        var call = all.Single(m => m.Template == Planner.CallFirstTemplate);
        (call.Channel, call.State).ShouldBe((MessageChannel.Phone, MessageState.ToDo));
        await WaitsAsync(asked, call.Id);

        using var caller = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await caller.PageAsync("/staff")).Body.ShouldContain($"/staff/messaging/calls/{call.Id}");
        var page = await caller.PageAsync($"/staff/messaging/calls/{call.Id}");
        page.MainText.ShouldContain("You asked us to call you before we send you anything");
        await page.SubmitAsync(caller, "main form", ("Outcome", "spoke"), ("RightPerson", "false"));
        await app.DispatchAsync();
        await WaitsAsync(asked, call.Id);

        await (await caller.PageAsync($"/staff/messaging/calls/{call.Id}")).SubmitAsync(caller, "main form", ("Outcome", "spoke"), ("RightPerson", "true"));
        await app.DispatchAsync();
        (await MainAsync(asked)).State.ShouldBe(MessageState.Sunk);
    }

    [Fact]
    public async Task CallFirst_NobodyAnswersTwice_TheMessageLeavesAllTheSame()
    {
        var family = await app.FamilyAsync();
        await app.LikesAsync(Preferences.Usual(family.ParentId) with { Channel = Channel.Email, CallFirst = true });
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"call first {family.ParentId}", family.ChildId));
        await app.DispatchAsync();
        var call = (await app.MessagesAsync($"call first {family.ParentId}")).Single(m => m.Template == Planner.CallFirstTemplate);
        using var caller = await app.SignInAsAsync(Roles.EhcCoordinator);

        await (await caller.PageAsync($"/staff/messaging/calls/{call.Id}")).SubmitAsync(caller, "main form", ("Outcome", "no_answer"), ("RightPerson", "false"));
        await app.DispatchAsync();
        await WaitsAsync(family, call.Id);
        await (await caller.PageAsync($"/staff/messaging/calls/{call.Id}")).SubmitAsync(caller, "main form", ("Outcome", "no_answer"), ("RightPerson", "false"));
        await app.DispatchAsync();
        (await MainAsync(family)).State.ShouldBe(MessageState.Sunk);
    }

    [Fact]
    public async Task CallFirst_ARestrictionHoldsTheCall_AndWithItTheMessage()
    {
        var family = await app.FamilyAsync();
        await app.LikesAsync(Preferences.Usual(family.ParentId) with { Channel = Channel.Email, CallFirst = true });
        await app.HoldAsync(family, HeldReason.NoContactOrder);
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"call first {family.ParentId}", family.ChildId));
        await app.DispatchAsync();

        var all = await app.MessagesAsync($"call first {family.ParentId}");
        all.Single(m => m.Template == Planner.CallFirstTemplate).State.ShouldBe(MessageState.Held);
        (await MainAsync(family)).State.ShouldBe(MessageState.Waiting);
    }

    [Fact]
    public async Task Language_WithoutWords_IsHeldWithATaskForStaff_AndLeavesOnceThereAreSome()
    {
        var (polish, control) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.LikesAsync(Preferences.Usual(polish.ParentId) with { Channel = Channel.Email, Language = "pl" });
        foreach (var family in new[] { polish, control })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"language {family.ParentId}", family.ChildId));
        }

        await app.DispatchAsync();
        (await app.OnlyAsync($"language {control.ParentId}")).State.ShouldBe(MessageState.Sunk, "the control reads English");
        var held = await app.OnlyAsync($"language {polish.ParentId}");
        (held.State, held.Reason).ShouldBe((MessageState.Held, "language_missing"));
        using var lead = await app.SignInAsAsync(Roles.TeamManager);
        var work = await lead.PageAsync("/staff");
        work.Body.ShouldContain($"/staff/messaging/messages/{held.Id}");
        work.MainText.ShouldContain("no approved words in this person’s language");

        await WordsAsync("messaging.get-in-touch", MessageFormat.Standard, "pl", "Prosimy o telefon.");
        app.Clock.Move(TimeSpan.FromHours(2));
        await app.DispatchAsync();
        (await app.SunkAsync($"language {polish.ParentId}")).ShouldNotBeNull().ShouldContain("Prosimy o telefon.");
    }

    [Fact]
    public async Task EasyRead_ComesInItsOwnWords_AndWhereThereAreNone_IsHeldWithATask()
    {
        var family = await app.FamilyAsync();
        await app.LikesAsync(Preferences.Usual(family.ParentId) with { Format = MessageFormat.EasyRead });
        var bare = await app.TemplateAsync("reply");
        foreach (var channel in new[] { MessageChannel.Email, MessageChannel.Sms })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"easy {channel}", family.ChildId, channel));
        }

        await app.RequestAsync(Given.ToPerson(family.ParentId, bare, "no easy words", family.ChildId, MessageChannel.Email));
        await app.RequestAsync(new MessageRequest("accounts.family-app-added", "a warning", family.EmailId, null, new Dictionary<string, string>()));
        await app.DispatchAsync();

        (await app.SunkAsync($"easy {MessageChannel.Email}")).ShouldNotBeNull().ShouldContain("We want to talk to you.\n\nPlease ask the council (");
        (await app.SunkAsync($"easy {MessageChannel.Sms}")).ShouldNotBeNull().ShouldContain("We want to talk to you. Please ask the council (");
        (await app.SunkAsync("a warning")).ShouldNotBeNull().ShouldContain("Was it not you?", customMessage: "a message to a contact point is in its owner's format too");
        (await app.OnlyAsync("no easy words")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Held), m => m.Reason.ShouldBe("format_missing_easy_read"));
        using var lead = await app.SignInAsAsync(Roles.TeamManager);
        (await lead.PageAsync("/staff")).MainText.ShouldContain("there are no words in it: easy read");

        await WordsAsync(bare, MessageFormat.EasyRead, "en", "Please call us.");
        app.Clock.Move(TimeSpan.FromHours(2));
        await app.DispatchAsync();
        (await app.SunkAsync("no easy words")).ShouldNotBeNull().ShouldContain("Please call us.");
    }

    [Fact]
    public async Task SignInCode_IsNotHeldForALanguageOrAFormat_ButTheNewsIs()
    {
        var family = await app.FamilyAsync();
        await app.LikesAsync(Preferences.Usual(family.ParentId) with { Channel = Channel.Email, Language = "pl", Format = MessageFormat.Braille });
        await app.RequestAsync(new MessageRequest("accounts.family-code", "a code", family.EmailId, null, new Dictionary<string, string> { ["code"] = "123456" }));
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "no code", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();

        (await app.SunkAsync("a code")).ShouldNotBeNull().ShouldContain("123456");
        (await app.OnlyAsync("no code")).State.ShouldBe(MessageState.ToMake);
    }

    /// <summary>Five channels, six formats, two languages: the right one leaves, or a task is there that somebody sees; never another one instead.</summary>
    [Fact]
    public async Task SixtyCombinations_LeaveInTheRightForm_OrAreATask()
    {
        var template = await app.TemplateAsync("reply");
        Dictionary<string, MessageState> wanted = [];
        foreach (var language in new[] { "en", "pl" })
        {
            foreach (var format in Enum.GetValues<MessageFormat>())
            {
                var family = await app.FamilyAsync();
                await app.LikesAsync(Preferences.Usual(family.ParentId) with { Format = format, Language = language });
                foreach (var channel in Enum.GetValues<MessageChannel>())
                {
                    var key = $"sixty {language} {format} {channel}";
                    wanted[key] = Wanted(language, format, channel);
                    await app.RequestAsync(Given.ToPerson(family.ParentId, template, key, family.ChildId, channel));
                }
            }
        }

        await app.DispatchAsync();
        var all = await app.AskAsync(context => context.Messages.AsNoTracking().Where(m => m.OccurrenceKey.StartsWith("sixty ")).ToDictionaryAsync(m => m.OccurrenceKey, Given.Now));
        all.Count.ShouldBe(60);
        foreach (var (key, state) in wanted)
        {
            all[key].State.ShouldBe(state, $"{key}: {all[key].Reason}");
        }

        (await app.AskAsync(context => context.Sink.CountAsync(Given.Now))).ShouldBe(wanted.Values.Count(state => state == MessageState.Sunk));
    }

    private static MessageState Wanted(string language, MessageFormat format, MessageChannel channel)
    {
        var isSpoken = channel is MessageChannel.Phone or MessageChannel.FaceToFace;
        return (format, isSpoken) switch
        {
            (MessageFormat.Bsl, _) or (MessageFormat.Audio or MessageFormat.Braille, false) => MessageState.ToMake,
            _ when language == "pl" => MessageState.Held,
            (MessageFormat.EasyRead, false) => MessageState.Held,
            _ when isSpoken => MessageState.ToDo,
            _ when channel == MessageChannel.Letter => MessageState.ToPrint,
            _ => MessageState.Sunk,
        };
    }

    private async Task<Message> MainAsync(MadeFamily family) =>
        (await app.MessagesAsync($"call first {family.ParentId}")).Single(m => m.Template != Planner.CallFirstTemplate);

    private async Task WaitsAsync(MadeFamily family, Guid callId) =>
        (await MainAsync(family)).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Waiting), m => m.WaitsForId.ShouldBe(callId), m => m.SentAt.ShouldBeNull());

    private Task<int> WordsAsync(string name, MessageFormat format, string language, string body) => app.AskAsync(async context =>
    {
        var template = await context.Templates.SingleAsync(t => t.Name == name, Given.Now);
        context.Versions.Add(new TemplateVersion
        {
            Id = Guid.CreateVersion7(),
            TemplateId = template.Id,
            Channel = MessageChannel.Email,
            Format = format,
            Language = language,
            Number = 1,
            Subject = "Test",
            Body = body,
            State = VersionState.Approved,
            WrittenAt = app.Clock.GetUtcNow(),
        });
        return await context.SaveChangesAsync(Given.Now);
    });
}
