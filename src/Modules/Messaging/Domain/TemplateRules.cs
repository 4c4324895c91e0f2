using Medway.LocalOffer.Messaging.Contracts;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>What words of a template must keep to, whoever writes them.</summary>
internal static class TemplateRules
{
    public const double HardestAge = 11;

    /// <summary>What is wrong, in words for the person who wrote it; empty when nothing is.</summary>
    public static IReadOnlyList<(string Field, string Problem)> Problems(
        MessageChannel channel, string subject, string body, IReadOnlyList<TemplateField> fields)
    {
        List<(string, string)> problems = [];
        var hasSubject = channel is MessageChannel.Email or MessageChannel.Letter;
        if (string.IsNullOrWhiteSpace(body))
        {
            problems.Add(("Body", "Write what the message says"));
        }

        if (hasSubject && string.IsNullOrWhiteSpace(subject))
        {
            problems.Add(("Subject", "Write a subject"));
        }

        if (subject.Any(char.IsControl))
        {
            problems.Add(("Subject", "Write the subject in one line"));
        }

        foreach (var (part, text) in new[] { ("Subject", subject), ("Body", body) })
        {
            foreach (var name in TemplateText.FieldsOf(text).Where(name => part == "Subject" || !CouncilContacts.Has(name)))
            {
                var field = fields.FirstOrDefault(known => known.Name == name);
                if (field is null)
                {
                    problems.Add((part, $"There is no field (({name})). This message has: {Names(fields)}"));
                }
                else if (field.Kind == FieldKind.Personal && (part == "Subject" || channel == MessageChannel.Sms))
                {
                    problems.Add((part, $"(({name})) may be a name. Others can read a subject or a text message on a locked screen: leave it out"));
                }
                else if (part == "Subject" && field.Kind is FieldKind.Code or FieldKind.Link or FieldKind.Prose)
                {
                    problems.Add((part, $"(({name})) cannot stand in a subject"));
                }
            }
        }

        if (body.Contains("://", StringComparison.Ordinal) || body.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(("Body", "Links lead to this site only: use the field of the link, and no address"));
        }

        if (channel == MessageChannel.Sms && SmsText.Segments(SmsText.Plainer(body)) > SmsText.MostSegments)
        {
            problems.Add(("Body", $"Too long for a text message: it would take {SmsText.Segments(SmsText.Plainer(body))} parts, and {SmsText.MostSegments} are the most"));
        }

        return problems;
    }

    private static string Names(IReadOnlyList<TemplateField> fields) => string.Join(", ", [.. fields.Select(field => $"(({field.Name}))"), .. CouncilContacts.Fields]);
}
