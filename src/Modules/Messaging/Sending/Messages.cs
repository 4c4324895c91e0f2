using System.Text.Json;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Writes down what a module asks for, in its transaction. The same key again is the same request.</summary>
internal sealed class Messages(MessagingDbContext context, IPeople people, IBlindIndex index, TimeProvider clock) : IMessages
{
    public async Task RequestAsync(MessageRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        message = await KeptAsync(message, cancellationToken);
        var recipient = RecipientOf(message);
        var template = await context.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Name == message.Template, cancellationToken)
            ?? throw new ArgumentException($"There is no template '{message.Template}'.", nameof(message));
        RefuseMissing(template, message);

        // Unique by occurrence and recipient: the same key again adds nothing, two at once add one.
        var now = clock.GetUtcNow();
        await context.AddUnlessThereAsync(
            new Request
            {
                Id = Guid.CreateVersion7(now),
                Template = message.Template,
                OccurrenceKey = message.OccurrenceKey,
                RecipientKey = recipient,
                PersonId = message.PersonId,
                AboutPersonId = message.AboutPersonId,
                ContactPointId = message.ContactPointId,
                Mailbox = message.StaffEmail,
                Values = JsonSerializer.Serialize(message.Values, JsonSerializerOptions.Web),
                Channel = message.Channel,
                NotBefore = message.NotBefore?.ToUniversalTime() ?? now,
                SomebodyIsReachable = message.SomebodyIsReachable,
                CreatedAt = now,
            },
            DispatchWake.Tag,
            cancellationToken);
    }

    public static string KeyOf(Guid personId) => $"person:{personId}";

    /// <summary>Of two records that are one person, the one that is kept: asked for both, the same news is still one message.</summary>
    private async Task<MessageRequest> KeptAsync(MessageRequest message, CancellationToken cancellationToken)
    {
        List<Guid> asked = [.. new[] { message.PersonId, message.AboutPersonId }.OfType<Guid>()];
        if (asked.Count == 0)
        {
            return message;
        }

        var known = await people.FindAsync(asked, cancellationToken);
        return message with { PersonId = Kept(message.PersonId), AboutPersonId = Kept(message.AboutPersonId) };

        Guid? Kept(Guid? id) => id is { } of && known.TryGetValue(of, out var person) ? person.Id : id;
    }

    private string RecipientOf(MessageRequest message) => message switch
    {
        { PersonId: { } person } => KeyOf(person),
        { ContactPointId: { } point } => $"point:{point}",
        { StaffEmail: { Length: > 0 } mailbox } => "mailbox:" + Convert.ToHexStringLower(index.Of("messaging.mailbox", Normalised.Email(mailbox))),
        _ => throw new ArgumentException("The message says nowhere to go.", nameof(message)),
    };

    private static void RefuseMissing(Template template, MessageRequest message)
    {
        foreach (var field in TemplateField.Read(template.Fields))
        {
            if (!message.Values.TryGetValue(field.Name, out var value) || string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentException($"Template '{template.Name}' needs its field '{field.Name}'.", nameof(message));
            }

            if (field.Kind == FieldKind.Link)
            {
                TemplateText.OwnPath(value);
            }
        }
    }
}
