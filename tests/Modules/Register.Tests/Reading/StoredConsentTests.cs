using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Register.Tests.Reading;

/// <summary>What the database itself holds the product to.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class StoredConsentTests(App app)
{
    [Theory]
    [InlineData("update register.consent_events set decision = 'yes'")]
    [InlineData("delete from register.consent_events")]
    [InlineData("update register.wordings set words = 'Other words'")]
    [InlineData("delete from register.wordings")]
    [InlineData("update register.consents set decision = 'yes'")]
    [InlineData("delete from register.consents")]
    [InlineData("delete from register.entries")]
    public async Task WebsLogin_MayNotChangeWhatWasSaid(string sql)
    {
        await using var scope = app.Scope();
        var context = scope.ServiceProvider.GetRequiredService<RegisterDbContext>();
        (await Should.ThrowAsync<PostgresException>(() => context.Database.ExecuteSqlRawAsync(sql, Given.Now))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Yes_ThenNo_OneRowStands_AndTheDayBeforeIsStillKnown()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var entry = await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeTrue();
        (await app.MayAsync(ConsentPurpose.NewsByPost, child)).ShouldBeFalse();

        using var client = await app.SignInFamilyAsync(parent);
        var page = await client.PageAsync("/my/register");
        (await page.SubmitAsync(client, $"#say-news-email-{entry}", ("yes", "false"))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);

        (await app.MayAsync(ConsentPurpose.NewsByEmail, child)).ShouldBeFalse();
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            (await context.Set<Consent>().CountAsync(consent => consent.EntryId == entry && consent.Purpose == "news-email", Given.Now)).ShouldBe(1);
            (await context.Set<ConsentEvent>().CountAsync(said => said.EntryId == entry && said.Purpose == "news-email", Given.Now)).ShouldBe(2);
            return 0;
        });
        var stored = await app.EntryAsync(entry);
        (await OnAsync(stored, app.Clock.Today().AddDays(-1))).ShouldBe(ConsentAnswer.NotAsked);
        (await OnAsync(stored, app.Clock.Today())).ShouldBe(ConsentAnswer.No);
    }

    [Fact]
    public async Task NeedsAndNames_AreNotReadableInTheDatabase()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        await app.LiveAsync(child, parent);
        await using var scope = app.Scope();
        var context = scope.ServiceProvider.GetRequiredService<RegisterDbContext>();
        (await context.Database.SqlQuery<string>($"select table_name || '.' || column_name as \"Value\" from information_schema.columns where table_schema = 'register' and column_name in ('difficulties', 'school', 'help', 'wanted') and data_type = 'bytea' or table_schema = 'register' and table_name = 'shares' and column_name = 'recipient' and data_type = 'bytea'")
            .ToListAsync(Given.Now)).Count.ShouldBe(5);
    }

    private Task<ConsentAnswer> OnAsync(RegisterEntry entry, DateOnly day) =>
        app.AskAsync<RegisterReader, ConsentAnswer>(reader => reader.AnswerOnAsync(entry, ConsentPurpose.NewsByEmail, day, Given.Now));
}
