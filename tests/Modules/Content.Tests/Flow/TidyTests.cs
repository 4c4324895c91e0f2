using Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;
using Medway.LocalOffer.Content.Jobs;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Flow;

/// <summary>Its own host, because it moves the clock.</summary>
public sealed class TidyTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Bin_KeepsNinetyDaysAndThenNothing()
    {
        app.Clock.StandAt(new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.Zero));
        var id = await app.DraftAsync("Soon forgotten");
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new BinDocument(id))).Ok();

        app.Clock.Move(TimeSpan.FromDays(89));
        await TidyAsync();
        (await app.ReadAsync(context => context.Documents.AnyAsync(document => document.Id == id))).ShouldBeTrue();

        app.Clock.Move(TimeSpan.FromDays(2));
        await TidyAsync();
        (await app.ReadAsync(context => context.Documents.AnyAsync(document => document.Id == id))).ShouldBeFalse();
        (await app.ReadAsync(context => context.Revisions.AnyAsync(revision => revision.Title == "Soon forgotten"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Revision_OnceSaved_IsRefusedAnyChange()
    {
        var id = await app.DraftAsync("Said is said");
        var head = await app.HeadAsync(id);

        var refusal = await Should.ThrowAsync<Npgsql.PostgresException>(() => app.ReadAsync(context =>
            context.Database.ExecuteSqlAsync($"update content.revisions set body = 'other' where id = {head}")));
        refusal.MessageText.ShouldContain("never changed");
        await Should.ThrowAsync<Npgsql.PostgresException>(() => app.ReadAsync(context =>
            context.Database.ExecuteSqlAsync($"insert into content.variants (id, document_id, key, draft, standing) values ({Guid.CreateVersion7()}, {id}, 'full', 'none', 'not_yet')")));
    }

    private async Task TidyAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        await scope.ServiceProvider.GetRequiredService<TidyContentJob>()
            .RunAsync(new JobContext(Guid.CreateVersion7(), TidyContentJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);
    }
}
