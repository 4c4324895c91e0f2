using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>An entry, and a page of the form.</summary>
internal sealed class RegisterSampleRoutes(RegisterReader reader, RegisterDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> routes = new() { ["join/register/{step}"] = new Dictionary<string, string> { ["step"] = JoinStep.Who } };
        if (await reader.For(PublicTask.KeepTheRegister).OrderBy(entry => entry.Id).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellationToken) is { } id)
        {
            routes["staff/register/{id}"] = routes["staff/register/{id}/share"] = routes["staff/register/{id}/correct"] = routes["my/register/{id}/correct"] = Of(id);
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
