namespace Medway.LocalOffer.Platform.Files;

public enum ScanResult
{
    Clean,
    Harmful,

    /// <summary>The scanner did not answer, or not as it should.</summary>
    NotDone,
}

/// <summary>
/// Looks for harmful content before a file is kept. When one is set up, nothing is kept that it has not called clean.
/// </summary>
public interface IFileScanner
{
    /// <param name="content">From where it stands to its end.</param>
    Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken);
}
