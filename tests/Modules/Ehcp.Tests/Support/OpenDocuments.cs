using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

internal static class OpenDocuments
{
    /// <summary>Signed in with two factors, by a contact point that has been theirs for longer than documents wait, and that is safe where it is hidden.</summary>
    public static async Task<HttpClient> SignInSurelyAsync(this App app, Guid personId, string role = Roles.FamilyParty)
    {
        if (await AgeAsync(app, personId) == 0)
        {
            await app.AddEmailAsync(personId, $"{personId:n}@example.org");
            await AgeAsync(app, personId);
        }

        return await app.SignInFamilyAsync(personId, role, factors: 2);
    }

    private static Task<int> AgeAsync(App app, Guid personId) => app.AskAsync(async context =>
        await context.Database.ExecuteSqlAsync($"update people.contact_points set changed_at = changed_at - interval '2 days' where person_id = {personId}", Given.Now)
        + await context.Database.ExecuteSqlAsync($"update people.hidden_contact_points set changed_at = changed_at - interval '2 days', is_safe = true where person_id = {personId}", Given.Now));
}
