using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Register.Features.Join;

/// <summary>How often one network may start, send or find a form: sending writes to whoever is typed, and a code must not be guessed.</summary>
internal sealed class JoinLimit(IConfiguration configuration) : IDisposable
{
    private const int Usual = 60;

    private readonly NetworkLimit networks = new(configuration.GetValue("Register:JoinsPerNetwork", Usual), TimeSpan.FromHours(1));

    public bool Allows(HttpContext http) => networks.Allows(http);

    public void Dispose() => networks.Dispose();
}
