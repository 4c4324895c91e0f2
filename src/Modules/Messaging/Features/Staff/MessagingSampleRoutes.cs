using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff;

internal sealed class MessagingSampleRoutes(MessagingDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> values = [];
        Add("staff/messaging/messages/{id:guid}", await context.Messages.OrderBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken));
        Add("staff/messaging/calls/{id:guid}", await context.Messages.Where(m => m.State == MessageState.ToDo).OrderBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken));
        Add("staff/messaging/formats/{id:guid}", await context.Messages.Where(m => m.State == MessageState.ToMake).OrderBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken));
        var template = await context.Templates.OrderBy(t => t.Name).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancellationToken);
        Add("staff/messaging/templates/{id:guid}", template);
        Add("staff/messaging/templates/{id:guid}/write", template);
        var batch = await context.PrintBatches.OrderBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellationToken);
        Add("staff/messaging/print/{id:guid}", batch);
        Add("staff/messaging/print/{id:guid}/sheets", batch);

        // A link that nobody has: its pages say so, which is what anybody but its owner sees.
        values["link/{token}/news"] = new Dictionary<string, string> { ["token"] = "sample" };
        values["link/{token}/stop"] = new Dictionary<string, string> { ["token"] = "sample" };
        return values;

        void Add(string route, Guid? id)
        {
            if (id is { } known)
            {
                values[route] = new Dictionary<string, string> { ["id"] = known.ToString() };
            }
        }
    }
}
