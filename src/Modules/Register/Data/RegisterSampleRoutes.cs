using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>An entry, a page of the form, a mailing, a list that was given, and a quarter that was published.</summary>
internal sealed class RegisterSampleRoutes(RegisterDbContext context, RegisterReader reader) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> routes = new() { ["join/register/{step}"] = new Dictionary<string, string> { ["step"] = JoinStep.Who } };
        if (await reader.For(PublicTask.KeepTheRegister).OrderBy(entry => entry.Id).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellationToken) is { } id)
        {
            routes["staff/register/{id}"] = routes["staff/register/{id}/change"] = routes["my/register/{id}/change"] = routes["my/register/{id}/leave"] = routes["staff/register/{id}/share"] = Of(id);
        }

        if (await context.PublishedReleases.AsNoTracking().OrderBy(one => one.Year).ThenBy(one => one.Quarter).FirstOrDefaultAsync(cancellationToken) is { } release)
        {
            routes["register/numbers/{quarter}"] = new Dictionary<string, string> { ["quarter"] = new Quarter(release.Year, release.Quarter).Key };
        }

        if (await context.Mailings.OrderBy(mailing => mailing.Id).Select(mailing => (Guid?)mailing.Id).FirstOrDefaultAsync(cancellationToken) is { } mailing)
        {
            routes["staff/register/mailings/{id}"] = Of(mailing);
        }

        if (await context.Shares.Where(share => share.Ground != null).OrderBy(share => share.Id).Select(share => (Guid?)share.Id).FirstOrDefaultAsync(cancellationToken) is { } share)
        {
            routes["staff/register/shares/{id}"] = routes["staff/register/shares/{id}/decide"] = Of(share);
        }

        return routes;
    }

    private static Dictionary<string, string> Of(Guid id) => new() { ["id"] = $"{id}" };
}
