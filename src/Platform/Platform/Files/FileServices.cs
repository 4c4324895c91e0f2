using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Files;

internal static class FileServices
{
    /// <param name="services">Of the host.</param>
    /// <param name="configuration"><c>Files:Scanner</c>: host and port of ClamAV's daemon, for example <c>clamd:3310</c>; empty: files are not scanned.</param>
    /// <exception cref="InvalidOperationException"><c>Files:Scanner</c> is no host and port: better no start than files that nobody scanned.</exception>
    public static void AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IFiles, DatabaseFiles>();
        if (configuration["Files:Scanner"] is { Length: > 0 } address)
        {
            if (!Uri.TryCreate($"tcp://{address}", UriKind.Absolute, out var uri) || uri.Port < 1)
            {
                throw new InvalidOperationException($"Files:Scanner is '{address}'. Give a host and a port, for example clamd:3310.");
            }

            services.AddSingleton<IFileScanner>(provider =>
                new ClamScanner(uri.Host, uri.Port, provider.GetRequiredService<ILogger<ClamScanner>>()));
        }
    }
}
