using System.Text.RegularExpressions;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Sending;

/// <summary>Whoever is told to call is told how, in the same message.</summary>
[Proves("messaging")]
public sealed partial class ContactTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly OwnApp app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(MessageChannel.Email)]
    [InlineData(MessageChannel.Sms)]
    public async Task Message_ThatSaysCall_NamesThePage_AndTheNumberOnceItIsConfirmed(MessageChannel channel)
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"before {channel}", family.ChildId, channel));
        await app.DispatchAsync();
        var before = (await app.SunkAsync($"before {channel}")).ShouldNotBeNull();
        before.ShouldContain("ask the council (http");
        before.ShouldContain("/about/without-the-internet)");
        Telling().IsMatch(before).ShouldBeFalse();

        await SetAsync(SiteSettings.CouncilPhone, "01632 960001");
        app.Clock.Move(TimeSpan.FromDays(7));
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"after {channel}", family.ChildId, channel));
        await app.DispatchAsync();
        (await app.SunkAsync($"after {channel}")).ShouldNotBeNull().ShouldContain("call the council on 01632 960001");
    }

    /// <summary>No text that comes with the product says to call and leaves open where.</summary>
    [Fact]
    public async Task Words_ForFamilies_NeverSayCallWithoutSayingHow()
    {
        var all = await app.AskAsync(context => context.Versions.Join(context.Templates, v => v.TemplateId, t => t.Id, (v, t) => new { Version = v, Template = t })
            .Where(pair => pair.Version.WrittenBy == null && pair.Version.State == VersionState.Approved && pair.Template.MessageClass != "work").ToListAsync(Given.Now));
        var written = all.Where(pair => pair.Version.Channel is MessageChannel.Email or MessageChannel.Sms or MessageChannel.Letter).ToList();
        written.Count(pair => CouncilContacts.StandIn(pair.Version.Body)).ShouldBeGreaterThan(50);
        written.Where(pair => Telling().IsMatch(pair.Version.Body)).Select(pair => $"{pair.Template.Name} {pair.Version.Channel}").ShouldBeEmpty();
        Telling().IsMatch("Sign in to your page, or call us.").ShouldBeTrue("the control");
        Telling().IsMatch("If this was not you, please tell us today.").ShouldBeTrue("the control");
    }

    [Fact]
    public void Field_InASubject_IsRefused_AndInABodyIsFine()
    {
        TemplateRules.Problems(MessageChannel.Email, "Please ((call_council))", "Hello", []).ShouldContain(problem => problem.Field == "Subject");
        TemplateRules.Problems(MessageChannel.Email, "Hello", "Please ((call_council)) or ((call_sen_team))", []).ShouldBeEmpty();
    }

    private async Task SetAsync(Setting<string?> setting, string value)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(setting, value, "A test asked for it", Given.Now);
    }

    [GeneratedRegex(@"\b(call (us|the council|the SEN team)(?! on)|tell us today)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}
