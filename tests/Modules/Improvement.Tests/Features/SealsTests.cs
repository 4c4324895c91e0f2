using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>What the owner of the database changes behind the site's back is seen, and named.</summary>
[Proves("improvement")]
public sealed class SealsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Update_ChangedOrRemovedInTheDatabase_IsNamed()
    {
        await app.DoAsync(new PlanBoard(app.Clock.Today().AddDays(10)));
        List<Guid> parts;
        await using (var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests"))
        {
            parts = await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.OrderBy(part => part.Position).Select(part => part.Id).Take(6).ToListAsync(TestContext.Current.CancellationToken);
        }

        List<Guid> told = [];
        foreach (var part in parts)
        {
            told.Add(await app.DoAsync(new UpdatePart(part, 10, "Done ’til now", "None yet", "More", "They said", "")));
        }

        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        (await guest.PageAsync("/staff/improvement/seals")).MainText.ShouldContain("All 6 updates were looked at.");

        await OwnerDoesAsync($"update improvement.updates set steps_done = 90 where id = '{told[1]}'");
        await OwnerDoesAsync($"delete from improvement.updates where id = '{told[3]}'");

        var page = await guest.PageAsync("/staff/improvement/seals");
        page.MainText.ShouldContain("No.");
        page.All("main ul.list li").Select(line => line.TextContent.Split(':')[0]).ShouldBe(["Number 2", "Number 4"]);
        await OwnerDoesAsync($"update improvement.updates set steps_done = 10 where id = '{told[1]}'");
        (await guest.PageAsync("/staff/improvement/seals")).All("main ul.list li").Count.ShouldBe(1);
        await OwnerDoesAsync("delete from improvement.update_seals where number = 4");
        (await guest.PageAsync("/staff/improvement/seals")).One("main ul.list li").TextContent.ShouldContain("its seal is gone");
    }

    private async Task OwnerDoesAsync(string sql)
    {
        await using var command = app.Services.GetRequiredService<Databases>().For(DatabaseLogin.Owner).CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
