namespace Medway.LocalOffer.Content.Flow;

/// <summary>What one-time links of this module are for; their subject is named beside each.</summary>
internal static class LinkPurposes
{
    /// <summary>Subject: the document. Shows its draft and those of its parts.</summary>
    public const string Preview = "content.preview";

    /// <summary>Subject: an asked check. Its page has two buttons.</summary>
    public const string Check = "content.check";

    /// <summary>A preview may be opened as often as its readers like.</summary>
    public const int PreviewUses = int.MaxValue;
}
