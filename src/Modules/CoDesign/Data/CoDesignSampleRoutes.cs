using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Data;

/// <summary>A live value for each parameter of this module's routes.</summary>
internal sealed class CoDesignSampleRoutes(CoDesignDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var round = await context.Rounds.OrderBy(round => round.State).ThenBy(round => round.Id).Select(round => (Guid?)round.Id).FirstOrDefaultAsync(cancellationToken);
        var answer = await context.Answers.OrderBy(answer => answer.State != Moderation.Waiting).Select(answer => (Guid?)answer.Id).FirstOrDefaultAsync(cancellationToken);
        var slug = await context.PublishedRounds.Select(published => published.Slug).FirstOrDefaultAsync(cancellationToken) ?? "none";
        return new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["panel/welcome/{step}"] = Of("step", "1"),
            ["panel/about/{ask}"] = Of("ask", "age"),
            ["panel/parts/{number}"] = Of("number", "1"),
            ["panel/parts/{number}/recording"] = Of("number", "1"),
            ["panel/group/{token}"] = Of("token", "none"),
            ["panels/{slug}"] = Of("slug", slug),
            ["panels/{slug}/easy-read"] = Of("slug", slug),
            ["panels/{slug}/letter"] = Of("slug", slug),
            ["staff/codesign/rounds/{id}"] = Of(round),
            ["staff/codesign/rounds/{id}/change"] = Of(round),
            ["staff/codesign/rounds/{id}/parts"] = Of(round),
            ["staff/codesign/rounds/{id}/groups"] = Of(round),
            ["staff/codesign/rounds/{id}/answers"] = Of(round),
            ["staff/codesign/rounds/{id}/publish"] = Of(round),
            ["staff/codesign/parts/{id}/recording"] = Of(await context.Parts.Select(part => (Guid?)part.Id).FirstOrDefaultAsync(cancellationToken)),
            ["staff/codesign/groups/{id}"] = Of(await context.Groups.Select(group => (Guid?)group.Id).FirstOrDefaultAsync(cancellationToken)),
            ["staff/codesign/moderation/{id}"] = Of(answer),
            ["staff/codesign/themes/{id}"] = Of(await context.Themes.Select(theme => (Guid?)theme.Id).FirstOrDefaultAsync(cancellationToken)),
        };
    }

    private static Dictionary<string, string> Of(Guid? id) => Of("id", (id ?? Guid.Empty).ToString("D"));

    private static Dictionary<string, string> Of(string name, string value) => new() { [name] = value };
}
