namespace Medway.LocalOffer.Content.Media;

/// <summary>Lengths in characters, unless said.</summary>
internal static class MediaLimits
{
    public const int Key = 80;
    public const int Name = 100;
    public const int Alt = 300;
    public const int Owner = 100;
    public const int Source = 300;
    public const int AddedBy = 60;
    public const int FileName = 120;
    public const int ContentType = 60;

    /// <summary>In bytes, of what somebody sends.</summary>
    public const int File = 20 * 1024 * 1024;

    /// <summary>Of a request. Far more than a file may have, so that a file that is too big is answered on the form, with what was typed.</summary>
    public const int Request = 100 * 1024 * 1024;

    /// <summary>In pixels, of a picture as it is sent. A small file can unfold into more memory than the machine has.</summary>
    public const long Pixels = 30_000_000;
}
