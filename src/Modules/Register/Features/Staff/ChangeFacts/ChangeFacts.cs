using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.FactsForm;
using Medway.LocalOffer.Register.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ChangeFacts;

/// <summary>What an entry says of a child, for the officer who changes it.</summary>
internal sealed record OpenFacts(Guid EntryId) : IQuery<OpenedFacts>, IReadsPeople
{
    public Permission Permission => RegisterPermissions.Keep;

    public AuditEvent Event => RegisterAudit.Viewed;

    public string SubjectKind => RegisterEntry.Subject;

    public Guid? SubjectId => EntryId;

    public string? Purpose => PublicTask.KeepTheRegister.Words;
}

internal sealed class OpenFactsHandler(RegisterReader reader, Codes codes, IPeople people) : IRequestHandler<OpenFacts, Outcome<OpenedFacts>>
{
    public async Task<Outcome<OpenedFacts>> Handle(OpenFacts request, CancellationToken cancellationToken)
    {
        if (await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken) is not { IsStanding: true } entry)
        {
            return Outcome.NotFound;
        }

        var names = await people.NamesAsync([entry.ChildId], cancellationToken);
        return new OpenedFacts(entry.Id, names.TryGetValue(entry.ChildId, out var name) ? name.Full : "Not known", OpenedFacts.Of(entry), await codes.ReadAsync(cancellationToken), [entry.ChildId]);
    }
}

/// <summary>An officer writes down what the family said has changed.</summary>
internal sealed record ChangeFacts(Guid EntryId, EntryFacts Facts) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class ChangeFactsHandler(RegisterDbContext context, RegisterReader reader, FactsWriter writer) : IRequestHandler<ChangeFacts, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeFacts request, CancellationToken cancellationToken)
    {
        await context.LockEntryAsync(request.EntryId, cancellationToken);
        if (await reader.For(PublicTask.KeepTheRegister).SingleOrDefaultAsync(one => one.Id == request.EntryId, cancellationToken) is not { IsStanding: true } entry)
        {
            return Outcome.NotFound;
        }

        if (await writer.WriteAsync(entry, request.Facts, [entry.ChildId], cancellationToken) is { Count: > 0 } problems)
        {
            return Outcome<Done>.Reject(problems);
        }

        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
