using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ConfirmService;

/// <summary>What the holder of a link is asked to check: only what every family can read.</summary>
internal sealed record ReadCheck(string Token) : IQuery<CheckView>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed record CheckView(string Name, string Slug, IReadOnlyList<RecordLine> Lines);

internal sealed class ReadCheckHandler(OneTimeLinks links, LiveRecords records) : IRequestHandler<ReadCheck, Outcome<CheckView>>
{
    public async Task<Outcome<CheckView>> Handle(ReadCheck request, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(request.Token, cancellationToken) is not { Purpose: ServiceChecks.Purpose } live
            || await records.FindAsync(RecordKind.Service, live.SubjectId, cancellationToken) is not { State: RecordState.Live, Document: ServiceDocument service })
        {
            return Outcome.NotFound;
        }

        return new CheckView(service.Name, service.Slug, RecordLines.Of(service, await records.NamesAsync(cancellationToken, service)));
    }
}

/// <summary>Whoever runs a service says that its page is right, or what is wrong with it. The link works once.</summary>
/// <param name="Wrong">What is wrong; empty when it is right.</param>
internal sealed record ConfirmService(string Token, bool IsRight, string Wrong) : ICommand<Done>
{
    public const int LongestWrong = 2000;

    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ConfirmServiceValidator : AbstractValidator<ConfirmService>
{
    public ConfirmServiceValidator() => RuleFor(confirm => confirm.Wrong).NotEmpty().When(confirm => !confirm.IsRight).WithMessage("Write what is wrong")
        .MaximumLength(ConfirmService.LongestWrong).WithMessage($"Write {ConfirmService.LongestWrong} letters or fewer");
}

internal sealed class ConfirmServiceHandler(ListingsDbContext context, OneTimeLinks links, ServiceChecks checks, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<ConfirmService, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmService request, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(request.Token, cancellationToken) is not { Purpose: ServiceChecks.Purpose } live
            || !await context.Services.AnyAsync(service => service.Id == live.SubjectId && service.State == RecordState.Live, cancellationToken)
            || await links.SpendAsync(request.Token, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        if (request.IsRight)
        {
            audit.Record(context, ListingsAudit.ServiceConfirmed, "service", live.SubjectId, "By the link that asked");
            await checks.ConfirmAsync(live.SubjectId, cancellationToken);
            return default(Done);
        }

        context.Add(new Suggestion { Id = Guid.CreateVersion7(clock.GetUtcNow()), ServiceId = live.SubjectId, At = clock.GetUtcNow(), Text = request.Wrong.Trim() });
        audit.Record(context, ListingsAudit.SuggestionMade, "service", live.SubjectId);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
