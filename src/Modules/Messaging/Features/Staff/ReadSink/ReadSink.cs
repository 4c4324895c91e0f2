using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging.Features.Staff.ReadSink;

/// <summary>The newest messages in the sink, words and all. Never in Production, where the words are not kept either.</summary>
internal sealed record ReadSink : IQuery<SinkView>, IReadsPeople
{
    public Permission Permission => MessagingPermissions.ReadSink;

    public AuditEvent Event => MessagingAudit.SinkShown;

    public string SubjectKind => MessagingAudit.Message;

    public Guid? SubjectId => null;

    public string? Purpose => "development";
}

internal sealed record SunkRow(Guid Id, string Title, MessageChannel Channel, string? Words, DateTimeOffset At, Guid? PersonId);

internal sealed record SinkView(IReadOnlyList<SunkRow> Rows) : IShowsPeople
{
    public IReadOnlyList<Guid> PersonIds => [.. Rows.Select(row => row.PersonId).OfType<Guid>().Distinct()];
}

internal sealed class ReadSinkHandler(MessagingDbContext context, IHostEnvironment environment) : IRequestHandler<ReadSink, Outcome<SinkView>>
{
    private const int Most = 50;

    public async Task<Outcome<SinkView>> Handle(ReadSink request, CancellationToken cancellationToken) => environment.IsProduction()
        ? Outcome.NotFound
        : new SinkView(await context.Sink.AsNoTracking().Join(context.Messages, s => s.MessageId, m => m.Id, (s, m) => new { Sunk = s, Message = m })
            .OrderByDescending(pair => pair.Sunk.At).ThenByDescending(pair => pair.Sunk.MessageId).Take(Most)
            .Select(pair => new SunkRow(pair.Message.Id, context.Templates.Where(t => t.Name == pair.Message.Template).Select(t => t.Title).FirstOrDefault()!, pair.Sunk.Channel, pair.Sunk.Words, pair.Sunk.At, pair.Message.PersonId))
            .ToListAsync(cancellationToken));
}
