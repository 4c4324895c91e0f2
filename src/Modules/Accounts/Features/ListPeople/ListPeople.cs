using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.People;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.ListPeople;

internal sealed record ListPeople(ListQuery Query) : IQuery<Listed<PersonRow>>
{
    public Permission Permission => AccountsPermissions.ManagePeople;
}

internal sealed record PersonRow(
    Guid Id, string Name, string Email, AccountKind Kind, AccountState State, IReadOnlyList<string> Roles, DateTimeOffset? LastSignedInAt);

internal sealed class ListPeopleHandler(AccountsDbContext context, PersonChanges changes) : IRequestHandler<ListPeople, Outcome<Listed<PersonRow>>>
{
    public async Task<Outcome<Listed<PersonRow>>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var people = context.Users.AsNoTracking();
        var live = changes.LiveGrants();
        if (request.Query["words"] is { } words)
        {
            var like = $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            people = people.Where(a => EF.Functions.ILike(a.DisplayName, like) || EF.Functions.ILike(a.UserName!, like));
        }

        if (request.Query["state"] is { } state && Enum.Parse<AccountState>(state) is var wanted)
        {
            people = people.Where(a => a.State == wanted);
        }

        if (request.Query["role"] is { } role)
        {
            people = people.Where(a => live.Any(grant => grant.AccountId == a.Id && grant.Role == role));
        }

        people = request.Query.Sort switch
        {
            "-name" => people.OrderByDescending(a => a.DisplayName).ThenBy(a => a.Id),
            "seen" => people.OrderBy(a => a.LastSignedInAt).ThenBy(a => a.Id),
            "-seen" => people.OrderByDescending(a => a.LastSignedInAt).ThenBy(a => a.Id),
            _ => people.OrderBy(a => a.DisplayName).ThenBy(a => a.Id),
        };
        return await people
            .Select(a => new PersonRow(
                a.Id, a.DisplayName, a.UserName!, a.Kind, a.State,
                live.Where(grant => grant.AccountId == a.Id).OrderBy(grant => grant.Role).Select(grant => grant.Role).ToList(), a.LastSignedInAt))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
