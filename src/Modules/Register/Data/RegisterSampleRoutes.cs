using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Data;

/// <summary>An entry, and a page of the form.</summary>
internal sealed class RegisterSampleRoutes(RegisterReader reader) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> routes = new() { ["join/register/{step}"] = new Dictionary<string, string> { ["step"] = JoinStep.Who } };
        if (await reader.For(PublicTask.KeepTheRegister).OrderBy(entry => entry.Id).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellationToken) is { } id)
        {
            routes["staff/register/{id}"] = new Dictionary<string, string> { ["id"] = $"{id}" };
        }

        return routes;
    }
}
