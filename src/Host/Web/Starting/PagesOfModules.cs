using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Medway.LocalOffer.Web;

/// <summary>
/// Takes pages from the literal list of modules. The build writes a list of its own, but an incremental build forgets a module's first
/// page, and its address is then silently a 404.
/// </summary>
internal static class PagesOfModules
{
    public static IMvcBuilder AddPagesOfModules(this IMvcBuilder mvc) => mvc.ConfigureApplicationPartManager(parts =>
    {
        foreach (var assembly in Modules.All.Select(module => module.GetType().Assembly).Distinct())
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
            {
                if (!parts.ApplicationParts.Any(known => known.Name == part.Name && known.GetType() == part.GetType()))
                {
                    parts.ApplicationParts.Add(part);
                }
            }
        }
    });
}
