using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>What has to be put right before a text may go live. A draft may be saved with all of it; hints of the text never stand in the way.</summary>
internal sealed class Readiness(PageTexts texts)
{
    public async Task<IReadOnlyList<FieldError>> ProblemsAsync(Document document, Variant variant, Revision revision, CancellationToken cancellationToken)
    {
        List<FieldError> problems = [];
        if (string.IsNullOrWhiteSpace(revision.Summary))
        {
            problems.Add(new(nameof(Revision.Summary), "Write the one sentence that says what this is about"));
        }

        if (string.IsNullOrWhiteSpace(revision.Body) && document.Kind is not (DocumentKind.Download or DocumentKind.Alert))
        {
            problems.Add(new(nameof(Revision.Body), "There is no text yet"));
        }

        if (document.Kind is DocumentKind.Alert && revision.EndsAt is null)
        {
            problems.Add(new(nameof(Revision.EndsAt), "Say until when the banner shows: one without an end is forgotten"));
        }

        if (document.Kind is DocumentKind.Download && revision.Link is null)
        {
            problems.Add(new(nameof(Revision.Link), "Say which file this is"));
        }

        var text = await texts.ReadAsync(revision.Body, Publishing.KindOf(variant), cancellationToken, VariantKey.Language(variant.Key));

        // The meaning of a hard word may use another; a page explains both.
        var least = document.Kind == DocumentKind.Term ? Weight.Refused : Weight.Error;
        problems.AddRange(text.Problems.Where(problem => problem.Weight <= least).Select(problem => new FieldError(nameof(Revision.Body), problem.ToString())));
        if (variant.Key == VariantKey.Full && document.Kind.IsInTree() && document.ReadingAgeReason is null
            && text.Age.Words >= PageText.FewestWordsToJudge && text.Age.Years > ReadingAge.OldestReader)
        {
            problems.Add(new(
                nameof(Revision.Body),
                $"This reads like a text for age {text.Age.Years:0}. Shorten words and sentences, or say in “Owner, checks and menu” why it may be so"));
        }

        return problems;
    }
}
