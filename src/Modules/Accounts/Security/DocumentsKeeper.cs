using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Documents open with two factors, and not in the 24 hours after the way to them was changed.</summary>
internal sealed class DocumentsKeeper(FamilyFactors factors, CurrentFamily current) : IDocumentsDoor
{
    public async Task<DocumentsAnswer> AskAsync(CancellationToken cancellationToken) => current.Value switch
    {
        not { Factors: >= 2 } => DocumentsAnswer.NeedsSecondFactor,
        { } session when await factors.HeldUntilAsync(session, cancellationToken) is not null => DocumentsAnswer.Held,
        _ => DocumentsAnswer.Open,
    };
}
