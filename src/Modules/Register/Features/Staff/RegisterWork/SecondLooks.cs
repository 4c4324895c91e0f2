using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.RegisterWork;

/// <summary>In My work: mailings and shares that somebody else asked for, and recipients who are to be told to delete something.</summary>
internal sealed class SecondLooks(RegisterDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        List<WorkItem> items = [];
        if (actor.May(RegisterPermissions.DecideShare))
        {
            items.AddRange((await context.Shares.AsNoTracking().Where(share => share.State == ShareState.Asked && share.MadeBy != actor.Id).OrderBy(share => share.MadeAt).Take(Most)
                .Select(share => new { share.Id, share.MadeAt }).ToListAsync(cancellationToken)).Select(share => new WorkItem(
                    "Waiting for your check", "Share without a yes", "Somebody wants to give an entry of the register to others, and a second person has to decide.", UkTime.DateIn(share.MadeAt),
                    $"/staff/register/shares/{share.Id}/decide", "Decide")));
        }

        if (actor.May(RegisterPermissions.Share) && await context.SharedEntries.CountAsync(shared => shared.RecalledAt != null && shared.ToldAt == null, cancellationToken) is > 0 and var recalls)
        {
            items.Add(new WorkItem(
                "Register", recalls == 1 ? "Tell one recipient to delete" : $"Tell recipients to delete: {recalls}", "A family’s yes has ended, and somebody still has their data.", null,
                "/staff/register/shares#recalls", "See whom"));
        }

        if (actor.May(RegisterPermissions.Mail))
        {
            items.AddRange((await context.Mailings.AsNoTracking().Where(mailing => mailing.State == MailingState.Draft && mailing.MadeBy != actor.Id).OrderBy(mailing => mailing.MadeAt).Take(Most)
                .Select(mailing => new { mailing.Id, mailing.Title }).ToListAsync(cancellationToken)).Select(mailing => new WorkItem(
                    "Waiting for your check", mailing.Title, "A mailing to families on the register needs a second look before it leaves.", null, $"/staff/register/mailings/{mailing.Id}", "Look at it")));
        }

        return [.. items.Take(Most)];
    }
}
