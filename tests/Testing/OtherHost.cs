using Medway.LocalOffer.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Testing;

/// <summary>The host's own services in another process of a test, with configuration from the environment and a clock that the processes share.</summary>
public static class OtherHost
{
    public static WebApplication Build(TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.AddLocalOffer();
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        return builder.Build();
    }
}
