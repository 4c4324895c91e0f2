using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Accounts.People;

internal static class DataFolder
{
    public static string Of(IConfiguration configuration) =>
        Path.GetFullPath(configuration["LOCALOFFER_DATA"] is { Length: > 0 } folder ? folder : ".data");
}
