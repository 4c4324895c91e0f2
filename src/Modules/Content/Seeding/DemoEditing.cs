using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ArrangeDocument;
using Medway.LocalOffer.Content.Features.Staff.CreateDocument;
using Medway.LocalOffer.Content.Features.Staff.EditDraft;
using Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>
/// What editors are in the middle of, made by the demo accounts with the operations that staff use: a draft that waits for a check, one that
/// was sent back, one with a time to go live and a time to be taken down, and a page whose check is overdue.
/// </summary>
internal sealed class DemoEditing(IServiceScopeFactory scopes, ContentDbContext context, IStaffNames names, TimeProvider clock) : ISeeder
{
    private const string Words = "This page is made up, for trying out how pages are checked.\n\nBring a rug and a drink. [Find more things to do](/things-to-do).\n";
    private const string ToCheck = "/travel-and-equipment";
    private const int DaysOverdue = 10;

    /// <summary>As if its owner had been named so long ago: a check cannot be put in the past.</summary>
    private static readonly TimeSpan Ago = TimeSpan.FromDays(16);

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the accounts.</summary>
    public int Order => 30;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await names.FindAsync("author@demo.example.org", cancellationToken) is not { } author
            || await names.FindAsync("editor@demo.example.org", cancellationToken) is not { } editor
            || await names.FindAsync("publisher@demo.example.org", cancellationToken) is not { } publisher
            || await context.Documents.AnyAsync(document => EF.Functions.Like(document.Path, "/made-up-%"), cancellationToken))
        {
            return;
        }

        await HandInAsync(author, "Made-up picnic by the river", cancellationToken);
        var returned = await HandInAsync(author, "Made-up swimming for beginners", cancellationToken);
        await SendAsync(editor, Roles.Editor, new ReturnDraft(returned, VariantKey.Full, "Say who can come, and how old they have to be."), cancellationToken);

        var scheduled = await HandInAsync(author, "Made-up summer club", cancellationToken);
        var day = clock.Today().AddDays(30);
        await SendAsync(publisher, Roles.Publisher, new ScheduleDraft(scheduled, VariantKey.Full, day, "09:30"), cancellationToken);
        await SendAsync(
            publisher, Roles.Publisher,
            new PlanTakeDown(scheduled, nameof(TakenDownReason.Withdrawn), "The summer is over. There may be another club next year.", "", day.AddDays(40), "18:00"),
            cancellationToken);
        await MakeOverdueAsync(editor, cancellationToken);
    }

    private async Task<Guid> HandInAsync(Guid author, string title, CancellationToken cancellationToken)
    {
        var id = await SendAsync(author, Roles.Author, new CreateDocument(nameof(DocumentKind.Page), "", title, "", "the Local Offer team", 6), cancellationToken);
        var head = await context.Variants.AsNoTracking().Where(variant => variant.DocumentId == id).Select(variant => variant.DraftRevisionId).SingleAsync(cancellationToken);
        await SendAsync(author, Roles.Author, new SaveDraft(id, VariantKey.Full, head, new DraftFields(title, "A page that is made up, to try things out.", Words)), cancellationToken);
        await SendAsync(author, Roles.Author, new SubmitDraft(id, VariantKey.Full), cancellationToken);
        return id;
    }

    /// <summary>By the same handler, on a clock that is behind: it is asked without the rule that a check lies ahead.</summary>
    private async Task MakeOverdueAsync(Guid owner, CancellationToken cancellationToken)
    {
        if (await context.Documents.AsNoTracking().SingleOrDefaultAsync(page => page.Path == ToCheck && page.BinnedAt == null, cancellationToken) is not { } document)
        {
            return;
        }

        await using var scope = scopes.CreateFor(ActorKind.Staff, owner.ToString("D"));
        scope.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Staff, owner.ToString("D"), [new Grant(Roles.Editor, Scope.Everything)], factors: 2);
        var reminders = ActivatorUtilities.CreateInstance<CheckReminders>(scope.ServiceProvider, new ClockBehind(clock, Ago));
        var handler = ActivatorUtilities.CreateInstance<ArrangeDocumentHandler>(scope.ServiceProvider, reminders);
        using var transaction = OneTransaction.Begin();
        Done(await handler.Handle(
            new ArrangeDocument(
                document.Id, document.Owner, "editor@demo.example.org", "", clock.Today().AddDays(-DaysOverdue), document.CheckMonths, document.Position, document.InMenu,
                document.Icon ?? "", document.Also ?? "", document.ReadingAgeReason ?? ""),
            cancellationToken));
        transaction.Complete();
    }

    private async Task<T> SendAsync<T>(Guid who, string role, IRequest<Outcome<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Staff, who.ToString("D"));
        scope.ServiceProvider.GetRequiredService<Actor>().SignIn(ActorKind.Staff, who.ToString("D"), [new Grant(role, Scope.Everything)], factors: 2);
        return Done(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken));
    }

    private static T Done<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidDataException($"The demo pages were not made: {(outcome.Errors is [var first, ..] ? first.Message : outcome.Kind.ToString())}");

    private sealed class ClockBehind(TimeProvider clock, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - by;
    }
}
