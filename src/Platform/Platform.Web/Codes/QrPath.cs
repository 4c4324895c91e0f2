using System.Globalization;
using System.Text;
using QRCoder;

namespace Medway.LocalOffer.Platform.Web.Codes;

/// <summary>A QR code as one SVG path: no style attribute, which the page's policy would refuse.</summary>
/// <param name="Size">Modules on a side, the quiet edge among them: the side of the view box.</param>
/// <param name="Path">Data of the path of the dark modules.</param>
public sealed record QrPath(int Size, string Path)
{
    /// <summary>With medium error correction: a crease or a thumb does not spoil it.</summary>
    public static QrPath Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPath(code.ModuleMatrix.Count, path.ToString());
    }
}
