using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>The drawings that an Easy Read text may show: whatever the theme's sprite has.</summary>
internal sealed class Drawings(IWebHostEnvironment environment)
{
    private const string Sprite = "assets/icons.svg";

    private readonly Lazy<IReadOnlySet<string>> names = new(() => Read(environment));

    /// <summary>Empty when the host has no assets, as on the command line: then any name that could be one is taken.</summary>
    public IReadOnlySet<string> Names => names.Value;

    private static HashSet<string> Read(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider?.GetFileInfo(Sprite);
        if (file is not { Exists: true })
        {
            return [];
        }

        using var stream = file.CreateReadStream();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader).Descendants()
            .Select(element => (string?)element.Attribute("id"))
            .OfType<string>()
            .Where(id => id.StartsWith("d-", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
    }
}
