namespace Medway.LocalOffer.Testing;

/// <summary>The clone that the tests run from.</summary>
public static class Repository
{
    public const string Solution = "Medway.LocalOffer.sln";

    private static readonly Lazy<string> Found = new(() =>
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Solution)))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Solution}.");
    });

    public static string Root => Found.Value;

    /// <param name="relative">With forward slashes, as <c>seeds/reference</c>.</param>
    public static string At(string relative) => Path.Combine(Root, relative);
}
