using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.ListMatters;

/// <summary>Risks, dependencies, decisions, challenges and escalations; those that are open unless somebody asks for others.</summary>
internal sealed record ListMatters(ListQuery Query) : IQuery<Listed<MatterRow>>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed record MatterRow(Guid Id, MatterKind Kind, string Title, string Owner, DateOnly Due, bool IsOpen);

internal sealed class ListMattersHandler(ImprovementDbContext context) : IRequestHandler<ListMatters, Outcome<Listed<MatterRow>>>
{
    public async Task<Outcome<Listed<MatterRow>>> Handle(ListMatters request, CancellationToken cancellationToken)
    {
        var closed = context.MatterNotes.Where(note => note.IsClosing).Select(note => note.MatterId);
        var matters = context.Matters.AsNoTracking();
        matters = request.Query["state"] switch
        {
            "closed" => matters.Where(matter => closed.Contains(matter.Id)),
            "all" => matters,
            _ => matters.Where(matter => !closed.Contains(matter.Id)),
        };
        if (Enum.TryParse<MatterKind>(request.Query["kind"], out var kind))
        {
            matters = matters.Where(matter => matter.Kind == kind);
        }

        matters = request.Query.Sort switch
        {
            "-due" => matters.OrderByDescending(matter => matter.Due).ThenBy(matter => matter.Id),
            "title" => matters.OrderBy(matter => matter.Title).ThenBy(matter => matter.Id),
            "-title" => matters.OrderByDescending(matter => matter.Title).ThenBy(matter => matter.Id),
            _ => matters.OrderBy(matter => matter.Due).ThenBy(matter => matter.Id),
        };
        return await matters.Select(matter => new MatterRow(matter.Id, matter.Kind, matter.Title, matter.Owner, matter.Due, !closed.Contains(matter.Id)))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
