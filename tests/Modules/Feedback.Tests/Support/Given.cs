using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback.Tests.Support;

/// <summary>What families and colleagues do, by the forms of the site.</summary>
internal static class Given
{
    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static AsyncServiceScope Inside(this App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    /// <returns>Id of the comment.</returns>
    public static async Task<Guid> CommentAsync(this App app, string words, string about = "/ehc-plans", bool anyway = false)
    {
        using var family = app.CreateClient();
        var form = await family.PageAsync("/feedback?about=" + Uri.EscapeDataString(about));
        var sent = await form.SubmitAsync(family, "main form", ("Kind", nameof(CommentKind.Idea)), ("Words", words), ("Anyway", anyway ? "true" : null));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        await using var scope = app.Inside();
        return (await scope.ServiceProvider.GetRequiredService<FeedbackDbContext>().Comments.AsNoTracking().ToListAsync(Now)).Single(comment => comment.Words == words).Id;
    }

    public static async Task<Page> DecideAsync(this HttpClient moderator, Guid comment, Moderation decision, params (string, string?)[] more)
    {
        var page = await moderator.PageAsync($"/staff/feedback/{comment}/moderate");
        return await page.SubmitAsync(moderator, "main form", [("Decision", decision.ToString()), .. more]);
    }

    public static async Task<T> ReadAsync<T>(this App app, Func<FeedbackDbContext, Task<T>> read)
    {
        await using var scope = app.Inside();
        return await read(scope.ServiceProvider.GetRequiredService<FeedbackDbContext>());
    }
}
