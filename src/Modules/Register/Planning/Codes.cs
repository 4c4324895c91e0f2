using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>Reads the coded lists.</summary>
internal sealed class Codes(RegisterDbContext context)
{
    public async Task<CodeLists> ReadAsync(CancellationToken cancellationToken) => new(await context.PlanningCodes.AsNoTracking().ToListAsync(cancellationToken));
}
