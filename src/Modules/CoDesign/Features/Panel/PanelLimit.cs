using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.CoDesign.Features.Panel;

/// <summary>
/// How often one network may try a card. A class of thirty behind one address types each card four times and is not stopped; ten thousand guesses
/// are, and forty bits do the rest. <c>CoDesign:TriesPerNetwork</c> says otherwise.
/// </summary>
internal sealed class PanelLimit(IConfiguration configuration) : IDisposable
{
    private const int Usual = 150;

    private readonly NetworkLimit networks = new(configuration.GetValue("CoDesign:TriesPerNetwork", Usual), TimeSpan.FromMinutes(10));

    public bool Allows(HttpContext http) => networks.Allows(http);

    public void Dispose() => networks.Dispose();
}
