using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.RecordPart;

/// <summary>A part with its round.</summary>
internal sealed record SeePart(Guid Id) : IQuery<Part>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class SeePartHandler(CoDesignDbContext context) : IRequestHandler<SeePart, Outcome<Part>>
{
    public async Task<Outcome<Part>> Handle(SeePart request, CancellationToken cancellationToken) =>
        await context.Parts.AsNoTracking().Include(part => part.Round).SingleOrDefaultAsync(part => part.Id == request.Id, cancellationToken) is { } part ? part : Outcome.NotFound;
}

/// <summary>Its recording, so that whoever added it can hear it.</summary>
internal sealed record PlayPart(Guid Id) : IQuery<Recording>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class PlayPartHandler(CoDesignDbContext context, Recordings recordings) : IRequestHandler<PlayPart, Outcome<Recording>>
{
    public async Task<Outcome<Recording>> Handle(PlayPart request, CancellationToken cancellationToken) =>
        await context.Parts.AsNoTracking().SingleOrDefaultAsync(part => part.Id == request.Id, cancellationToken) is { } part
        && await recordings.ReadAsync(part, cancellationToken) is { } recording
            ? recording
            : Outcome.NotFound;
}
