using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Seeding;
using Medway.LocalOffer.Messaging.Tests.Support;
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

    [Fact]
    public async Task Seeder_Twice_ChangesNothing_AndLeavesWordsOfStaffAlone()
    {
        var before = await app.AskAsync(context => context.Versions.CountAsync(Given.Now));
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<TemplateSeeder>().SeedAsync(Given.Now);
        (await app.AskAsync(context => context.Versions.CountAsync(Given.Now))).ShouldBe(before);
    }
}
