using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordHowItWas;

/// <summary>Whom an officer may ask how it was, and about what. Nobody here reads what was answered.</summary>
internal sealed record SeeHowItWas(Guid RecordId, Guid TouchpointId) : IQuery<HowItWasView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

internal sealed record HowItWasView(string Reference, string Name, AskedPerson About, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed record AskedPerson(Guid PersonId, string Code, bool IsAnswered)
{
    public bool IsDraft => Code == FamilyAnswer.Draft;
}

internal sealed class SeeHowItWasHandler(EhcpDbContext context, AskedByPhone asked, IPeople people) : IRequestHandler<SeeHowItWas, Outcome<HowItWasView>>
{
    public async Task<Outcome<HowItWasView>> Handle(SeeHowItWas request, CancellationToken cancellationToken)
    {
        if (await asked.FindAsync(request.RecordId, request.TouchpointId, cancellationToken) is not { } about)
        {
            return Outcome.NotFound;
        }

        var reference = await context.Records.Where(record => record.Id == request.RecordId).Select(record => record.Reference).SingleAsync(cancellationToken);
        var names = await people.NamesAsync([about.PersonId], cancellationToken);
        return new HowItWasView(reference, names.TryGetValue(about.PersonId, out var name) ? name.Full : "Not known", about, [about.PersonId]);
    }
}

/// <summary>About what somebody may be asked by phone: the same as on their own page, while they may be told about the record.</summary>
internal sealed class AskedByPhone(EhcpDbContext context, RecordReader reader, Recipients recipients)
{
    public async Task<AskedPerson?> FindAsync(Guid recordId, Guid touchpointId, CancellationToken cancellationToken)
    {
        var touchpoint = await context.Touchpoints.AsNoTracking().Where(one => one.Id == touchpointId && one.RecordId == recordId).Where(FamilyAnswer.IsAskedAfter).SingleOrDefaultAsync(cancellationToken);
        if (touchpoint is null || await reader.ReadAsync(recordId, null, cancellationToken) is not { Child: { } child } read
            || !(await recipients.OfAsync("everybody", read.Record, child, cancellationToken)).Contains(touchpoint.PersonId))
        {
            return null;
        }

        return new AskedPerson(touchpoint.PersonId, touchpoint.Code, await context.Answers.AnyAsync(answer => answer.TouchpointId == touchpointId, cancellationToken));
    }
}
