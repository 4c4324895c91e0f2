using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>What editors find in My work: only what this person can act on.</summary>
internal sealed class ContentWork(ContentDbContext context, TimeProvider clock) : IWorkItems
{
    private const int Most = 20;

    /// <summary>A check shows so long before it is due.</summary>
    private const int SoonDays = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        !actor.May(ContentPermissions.Write) || actor.Id is not { } me ? [] :
        [
            .. await DraftsAsync(actor, me, cancellationToken),
            .. await ChecksAsync(actor, cancellationToken),
            .. await LeavingAsync(actor, cancellationToken),
            .. await AnswersAsync(actor, me, cancellationToken),
        ];

    private async Task<IReadOnlyList<WorkItem>> DraftsAsync(Actor actor, string me, CancellationToken cancellationToken)
    {
        var waiting = await (
            from variant in context.Variants.AsNoTracking()
            join document in context.Documents on variant.DocumentId equals document.Id
            join revision in context.Revisions on (variant.DraftRevisionId ?? variant.LiveRevisionId) equals revision.Id
            where document.BinnedAt == null
                && (variant.Draft == DraftState.Submitted || variant.Draft == DraftState.Failed || variant.Standing == Standing.LiveUnchecked
                    || (variant.Draft == DraftState.Open && revision.CreatedBy == me
                        && context.Remarks.Any(remark => remark.RevisionId == revision.Id && remark.Kind == RemarkKind.Returned)))
            orderby revision.CreatedAt
            select new Waiting(document.Id, document.Path, variant.Key, revision.Title, variant.Draft, variant.Standing, revision.CreatedBy, variant.UncheckedBy))
            .Take(Most * 3).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(row => ItemOf(row, me, actor.May(ContentPermissions.Publish, DocumentScope.Of(row.Path)))).OfType<WorkItem>().Take(Most),
        ];
    }

    private WorkItem? ItemOf(Waiting row, string me, bool mayPublish)
    {
        var href = $"/staff/content/pages/{row.Id}?variant={row.Variant}";
        return row switch
        {
            { Draft: DraftState.Open } => new("Sent back to you", row.Title, "Somebody wrote what has to change.", clock.Today(), href, "Read and change", "i-pencil"),
            { Draft: DraftState.Failed } when mayPublish => new("Did not publish", row.Title, "Its time came and something was wrong.", clock.Today(), href, "Look", "i-warn"),
            { Draft: DraftState.Submitted } when mayPublish && row.By != me => new("Waiting for your check", row.Title, "Somebody handed it in.", null, href, "Check it", "i-eye"),
            { Standing: Standing.LiveUnchecked } when mayPublish && row.UncheckedBy != me && row.By != me =>
                new("Live, still needs checking", row.Title, "It was published in an emergency.", clock.Today(), href, "Check it", "i-warn"),
            _ => null,
        };
    }

    /// <summary>To its owner; the pages of owners without an account come to those who may say that they are right, as one row.</summary>
    private async Task<IReadOnlyList<WorkItem>> ChecksAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var until = today.AddDays(SoonDays);
        var live = context.Documents.AsNoTracking().Where(document => document.BinnedAt == null && document.TakenDown == null && document.Kind != DocumentKind.Alert
            && document.Variants.Any(variant => variant.Key == VariantKey.Full && variant.LiveRevisionId != null));
        var mine = await (
            from document in live
            join page in context.Published on document.Id equals page.DocumentId
            where page.Variant == VariantKey.Full && document.NextCheckOn <= until && document.OwnerAccountId == actor.AccountId && actor.AccountId != null
            orderby document.NextCheckOn
            select new { document.Id, page.Title, document.NextCheckOn }).Take(Most).ToListAsync(cancellationToken);
        List<WorkItem> items =
        [
            .. mine.Select(row => new WorkItem(
                "Check a page", row.Title, "You look after it.", row.NextCheckOn, $"/staff/content/pages/{row.Id}/arrange", "Read it", "i-calendar")),
        ];
        if (actor.May(ContentPermissions.Arrange, []))
        {
            var overdue = await live.CountAsync(document => document.NextCheckOn < today && document.OwnerAccountId == null, cancellationToken);
            if (overdue > 0)
            {
                items.Add(new WorkItem(
                    "Checks overdue", overdue == 1 ? "1 page" : $"{overdue} pages", "Their owners have no account: ask them by link.", today, "/staff/content/checks", "See them", "i-calendar"));
            }
        }

        return items;
    }

    /// <summary>What should have been taken down and was not: families read it for longer than they should.</summary>
    private async Task<IReadOnlyList<WorkItem>> LeavingAsync(Actor actor, CancellationToken cancellationToken)
    {
        var failed = await (
            from plan in context.PlannedTakeDowns.AsNoTracking()
            join document in context.Documents on plan.DocumentId equals document.Id
            join page in context.Published.Where(page => page.Variant == VariantKey.Full) on document.Id equals page.DocumentId into live
            from page in live.DefaultIfEmpty()
            where plan.Problem != null && document.BinnedAt == null
            orderby plan.At
            select new { document.Id, document.Path, Title = page == null ? document.Slug : page.Title, plan.At }).Take(Most * 3).ToListAsync(cancellationToken);
        return
        [
            .. failed.Where(row => actor.May(ContentPermissions.Publish, DocumentScope.Of(row.Path))).Take(Most).Select(row => new WorkItem(
                "Was not taken down", row.Title, "Its time came and something was wrong.", UkTime.DateIn(row.At), $"/staff/content/pages/{row.Id}/take-down", "Look", "i-warn")),
        ];
    }

    /// <summary>
    /// Whoever asked hears that something needs to change, until the page has a newer text; when the clock asked, those who say who looks
    /// after a page do.
    /// </summary>
    private async Task<IReadOnlyList<WorkItem>> AnswersAsync(Actor actor, string me, CancellationToken cancellationToken)
    {
        var answers = await (
            from asked in context.AskedChecks.AsNoTracking()
            join document in context.Documents on asked.DocumentId equals document.Id
            join revision in context.Revisions on asked.RevisionId equals revision.Id
            where (asked.AskedBy == me || asked.AskedBy == RemindOfCheck.Name) && asked.Answer == AskedAnswer.NeedsChange && document.BinnedAt == null
                && !context.Revisions.Any(newer => newer.VariantId == revision.VariantId && newer.CreatedAt > asked.AnsweredAt)
            orderby asked.AnsweredAt
            select new { document.Id, document.Path, asked.Variant, asked.AskedBy, revision.Title }).Take(Most * 3).ToListAsync(cancellationToken);
        return
        [
            .. answers.Where(row => row.AskedBy == me || actor.May(ContentPermissions.Arrange, DocumentScope.Of(row.Path))).Take(Most).Select(row => new WorkItem(
                "Needs a change", row.Title, row.AskedBy == me ? "Somebody you asked says so." : "Its owner says so.", null, $"/staff/content/pages/{row.Id}?variant={row.Variant}", "Read what they said", "i-pencil")),
        ];
    }

    private sealed record Waiting(
        Guid Id, string Path, string Variant, string Title, DraftState Draft, Standing Standing, string By, string? UncheckedBy);
}
