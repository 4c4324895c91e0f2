using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Seeding;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Seeding;

[Collection(MessagingApp.Name)]
public sealed class TemplateTests(App app)
{
    [Fact]
    [Proves("messaging")]
    public async Task Words_ThatComeWithTheProduct_AreReadAtElevenOrBelow_AndKeepTheRules()
    {
        var all = await app.AskAsync(context => context.Versions.Join(context.Templates, v => v.TemplateId, t => t.Id, (v, t) => new { Version = v, Template = t })
            .Where(pair => pair.Version.WrittenBy == null).ToListAsync(Given.Now));
        all.Count.ShouldBeGreaterThan(20);
        foreach (var pair in all)
        {
            var (version, template) = (pair.Version, pair.Template);
            TemplateRules.Problems(version.Channel, version.Subject, version.Body, TemplateField.Read(template.Fields)).ShouldBeEmpty(template.Name);
            MessageReadingAge.Of(version.Subject, version.Body).ShouldBeLessThanOrEqualTo(TemplateRules.HardestAge, $"{template.Name} {version.Channel}");
        }

        MessageReadingAge.Of("", "Notwithstanding the aforementioned considerations, the determination concerning eligibility necessitates comprehensive multidisciplinary deliberation.")
            .ShouldBeGreaterThan(TemplateRules.HardestAge, "the positive control");
    }

    /// <summary>Everything that can reach somebody of a family on paper or on a screen; news and tests go to mailboxes that nobody has told us anything about.</summary>
    [Fact]
    [Proves("messaging")]
    public async Task Words_ForFamilies_AreThereInEasyReadToo_InShortSentences()
    {
        const int MostWords = 15;
        string[] notForFamilies = ["messaging.test", "messaging.news", "messaging.news-confirm"];
        var all = await app.AskAsync(context => context.Versions.Join(context.Templates, v => v.TemplateId, t => t.Id, (v, t) => new { Version = v, Template = t })
            .Where(pair => pair.Version.WrittenBy == null && pair.Version.State == VersionState.Approved && pair.Template.MessageClass != "work" && !notForFamilies.Contains(pair.Template.Name))
            .ToListAsync(Given.Now));
        var read = all.Where(pair => pair.Version.Channel is MessageChannel.Email or MessageChannel.Sms or MessageChannel.Letter).ToLookup(pair => pair.Version.Format, pair => pair);
        var usual = read[MessageFormat.Standard].Select(pair => $"{pair.Template.Name} {pair.Version.Channel}").ToList();
        usual.Count.ShouldBeGreaterThan(15);
        read[MessageFormat.EasyRead].Select(pair => $"{pair.Template.Name} {pair.Version.Channel}").ShouldBe(usual, ignoreOrder: true);
        foreach (var sentence in read[MessageFormat.EasyRead].SelectMany(pair => pair.Version.Body.Split(['.', '?', '\n'], StringSplitOptions.RemoveEmptyEntries)))
        {
            sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(MostWords, sentence);
        }
    }

    [Fact]
    public async Task Seeder_Twice_ChangesNothing_AndLeavesWordsOfStaffAlone()
    {
        var before = await app.AskAsync(context => context.Versions.CountAsync(Given.Now));
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<TemplateSeeder>().SeedAsync(Given.Now);
        (await app.AskAsync(context => context.Versions.CountAsync(Given.Now))).ShouldBe(before);
    }
}
