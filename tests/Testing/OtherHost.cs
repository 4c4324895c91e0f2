using Medway.LocalOffer.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Testing;

/// <summary>The host's own services without a web server. In another process of a test, with configuration from the environment and a clock that the processes share.</summary>
public static class OtherHost
{
    /// <summary>As the command line has them: nothing runs by itself.</summary>
    /// <param name="connectionString">Of the database's owner.</param>
    /// <param name="masterKey">As a configuration has it.</param>
    public static WebApplication AtTheCommandLine(string connectionString, string masterKey)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:LocalOffer"] = connectionString;
        builder.Configuration["Protection:MasterKey"] = masterKey;
        builder.Configuration["Seeds:Root"] = Repository.At("seeds");
        builder.AddLocalOffer();
        return builder.Build();
    }

    public static WebApplication Build(TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.AddLocalOffer();
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        return builder.Build();
    }
}
