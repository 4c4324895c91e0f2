using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>Holds a message about a record from whoever may not see the record at that moment, and one about something that was taken back before it left.</summary>
internal sealed class RecordSendRule(EhcpDbContext context, Viewers viewers) : ISendRule
{
    public bool IsAbout(string messageClass) => messageClass is "casework" or "statutory";

    public async Task<SendAnswer> AskAsync(SendQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question is not { PersonId: { } person, AboutPersonId: { } child } || !await viewers.MaySeeAsync(person, child, cancellationToken))
        {
            return SendAnswer.No("may_not_see_record");
        }

        return Touchpoint.IdIn(question.OccurrenceKey) is { } id && await context.Touchpoints.Where(one => one.Id == id).AnyAsync(Touchpoint.IsTakenBack(context), cancellationToken)
            ? SendAnswer.No("taken_back")
            : SendAnswer.Yes;
    }
}
