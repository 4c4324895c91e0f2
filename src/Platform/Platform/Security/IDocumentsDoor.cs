namespace Medway.LocalOffer.Platform.Security;

public enum DocumentsAnswer
{
    Open,

    /// <summary>Whoever is signed in shows a second time who they are first.</summary>
    NeedsSecondFactor,

    /// <summary>The way they sign in was changed a short while ago: documents wait, and <c>/my/documents</c> says until when.</summary>
    Held,
}

/// <summary>Whether whoever is signed in may open documents now. A module asks it before it hands out a family's document. Registered as scoped.</summary>
public interface IDocumentsDoor
{
    Task<DocumentsAnswer> AskAsync(CancellationToken cancellationToken);
}
