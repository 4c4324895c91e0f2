namespace Medway.LocalOffer.Content.Domain;

/// <summary>The closed set of what editors make. A guide and a step-by-step have the pages under them as their parts.</summary>
internal enum DocumentKind
{
    Page,
    Guide,
    StepByStep,
    News,
    Event,

    /// <summary>A banner on every page while it lasts; it has no page of its own.</summary>
    Alert,
    Question,
    Download,

    /// <summary>A hard word and what it means.</summary>
    Term,
}

internal static class DocumentKinds
{
    /// <summary>Stands in the tree of pages, under any other page.</summary>
    public static bool IsInTree(this DocumentKind kind) => kind is DocumentKind.Page or DocumentKind.Guide or DocumentKind.StepByStep;

    /// <summary>The first segment of everything of this kind; null for what stands in the tree.</summary>
    public static string? Folder(this DocumentKind kind) => kind switch
    {
        DocumentKind.News => "news",
        DocumentKind.Event => "events",
        DocumentKind.Alert => "alerts",
        DocumentKind.Question => "questions",
        DocumentKind.Download => "files",
        DocumentKind.Term => "words",
        _ => null,
    };

    /// <summary>As staff read it.</summary>
    public static string Words(this DocumentKind kind) => kind switch
    {
        DocumentKind.Page => "Page",
        DocumentKind.Guide => "Guide",
        DocumentKind.StepByStep => "Step by step",
        DocumentKind.News => "News",
        DocumentKind.Event => "Event",
        DocumentKind.Alert => "Alert banner",
        DocumentKind.Question => "Question and answer",
        DocumentKind.Download => "File",
        _ => "Word and its meaning",
    };
}
