using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.Staff.Score;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.ChangeSynonym;

/// <summary>Adds or changes what is looked for as well, or only shows what that would do.</summary>
/// <param name="Term">As it is typed.</param>
/// <param name="Means">Other words, with commas or lines between.</param>
/// <param name="Seen">What stood there when the form was opened; "" for a new one.</param>
/// <param name="OnlyTry">Measures and saves nothing.</param>
internal sealed record SaveSynonym(string Term, string Means, bool OnlyAlone, string Why, string Seen, bool OnlyTry) : ICommand<ScoreChange>
{
    public const int LongestTerm = 100;
    public const int LongestMeans = 1_000;
    public const int LongestWhy = 300;
    private const int MostMeanings = 30;

    public Permission Permission => SearchPermissions.ChangeWords;

    public string Key => SearchText.Normalise(Term);

    public string[] Meanings => [.. Means.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Normalise).Where(meaning => meaning.Length > 0 && meaning != Key).Distinct()];

    public bool HasTooMany => Meanings.Length > MostMeanings;
}

internal sealed class SaveSynonymValidator : AbstractValidator<SaveSynonym>
{
    public SaveSynonymValidator()
    {
        RuleFor(save => save.Term).Cascade(CascadeMode.Stop)
            .MaximumLength(SaveSynonym.LongestTerm).WithMessage($"Make it shorter: {SaveSynonym.LongestTerm} letters at most")
            .Must((save, _) => save.Key.Length > 0).WithMessage("Write the word or words that families type");
        RuleFor(save => save.Means).Cascade(CascadeMode.Stop)
            .MaximumLength(SaveSynonym.LongestMeans).WithMessage($"Make it shorter: {SaveSynonym.LongestMeans} letters at most")
            .Must((save, _) => save.Meanings.Length > 0).WithMessage("Write at least one other word to look for")
            .Must((save, _) => !save.HasTooMany).WithMessage("Write fewer: 30 other words at most")
            .Must((save, _) => save.Meanings.All(meaning => meaning.Length <= SaveSynonym.LongestTerm)).WithMessage("One of these is very long. Put commas between the words");
        RuleFor(save => save.Why).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Say why, so that the next person understands")
            .MaximumLength(SaveSynonym.LongestWhy).WithMessage($"Make the reason shorter: {SaveSynonym.LongestWhy} letters at most");
    }
}

internal sealed class SaveSynonymHandler(SearchDbContext context, Relevance relevance, AuditTrail audit) : IRequestHandler<SaveSynonym, Outcome<ScoreChange>>
{
    public async Task<Outcome<ScoreChange>> Handle(SaveSynonym request, CancellationToken cancellationToken)
    {
        var (key, means) = (request.Key, request.Meanings);
        var change = await relevance.CompareAsync(known => (known.Lexicon.With(new(key, means, request.OnlyAlone)), known.Bets), cancellationToken);
        if (request.OnlyTry)
        {
            return change;
        }

        var synonym = await context.Synonyms.SingleOrDefaultAsync(synonym => synonym.Term == key, cancellationToken);
        var now = SynonymText.Of(synonym);
        if (request.Seen != now)
        {
            return Outcome.Conflict(now.Length == 0
                ? "Somebody took these words away meanwhile. Press Save again to put them back."
                : $"Somebody else changed these words meanwhile. Now they read: {now}. Press Save again to use yours.");
        }

        if (synonym is null)
        {
            context.Synonyms.Add(synonym = new Synonym { Term = key, Means = means });
        }

        synonym.Means = means;
        synonym.OnlyAlone = request.OnlyAlone;
        synonym.Why = request.Why.Trim();
        audit.Record(context, SearchAudit.SynonymSaved, "synonym", null, request.Why.Trim(), [new AuditChange("means", now, SynonymText.Of(synonym))]);
        await context.SaveChangesAsync(cancellationToken);
        return change;
    }
}

/// <summary>A synonym in one line, to see whether somebody else changed it.</summary>
internal static class SynonymText
{
    public static string Of(Synonym? synonym) =>
        synonym is null ? "" : $"{synonym.Term} = {string.Join(", ", synonym.Means)}{(synonym.OnlyAlone ? " (only alone)" : "")}";
}
