using System.Globalization;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Seeding;

/// <summary>Templates and words that come with the product. Where staff have written words of their own, theirs stay.</summary>
internal sealed class TemplateSeeder(MessagingDbContext context, SeedFiles files, TimeProvider clock) : ISeeder
{
    private const string Folder = "messaging";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var texts = Texts();
        foreach (var row in files.Rows(SeedSet.Reference, $"{Folder}/templates.csv", "name", "title", "class", "purpose", "is_secret", "is_decision", "bundles", "life_hours", "fields"))
        {
            var template = await EnsureAsync(row, cancellationToken);
            foreach (var text in texts[template.Name])
            {
                await EnsureAsync(template, text, cancellationToken);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<Template> EnsureAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var name = row["name"];
        var template = await context.Templates.SingleOrDefaultAsync(t => t.Name == name, cancellationToken);
        if (template is null)
        {
            template = new Template
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Name = name,
                Title = "",
                MessageClass = "",
                Purpose = ReachPurpose.Tell,
                IsSecret = true,
                IsDecision = false,
                Bundles = false,
                LifeHours = 0,
                Fields = "",
            };
            context.Templates.Add(template);
        }

        template.Title = row["title"];
        template.MessageClass = MessageClass.Named(row["class"]).Name;
        template.Purpose = Enum.Parse<ReachPurpose>(row["purpose"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        template.IsSecret = row["is_secret"] == "yes";
        template.IsDecision = row["is_decision"] == "yes";
        template.Bundles = row["bundles"] == "yes";
        template.LifeHours = int.Parse(row["life_hours"], CultureInfo.InvariantCulture);
        template.Fields = row["fields"];
        return template;
    }

    private async Task EnsureAsync(Template template, SeedText text, CancellationToken cancellationToken)
    {
        if (TemplateRules.Problems(text.Channel, text.Subject, text.Body, TemplateField.Read(template.Fields)) is [var (_, problem), ..])
        {
            throw new InvalidDataException($"{template.Name}, {text.Channel}: {problem}");
        }

        var versions = await context.Versions
            .Where(v => v.TemplateId == template.Id && v.Channel == text.Channel && v.Format == text.Format && v.Language == text.Language)
            .OrderBy(v => v.Number).ToListAsync(cancellationToken);
        if (versions.Any(v => v.WrittenBy is not null) || versions.LastOrDefault() is { } last && last.Subject == text.Subject && last.Body == text.Body)
        {
            return;
        }

        versions.ForEach(v => v.State = VersionState.Retired);

        // The index of approved versions would meet the old and the new one.
        await context.SaveChangesAsync(cancellationToken);
        var now = clock.GetUtcNow();
        context.Versions.Add(new TemplateVersion
        {
            Id = Guid.CreateVersion7(now),
            TemplateId = template.Id,
            Channel = text.Channel,
            Format = text.Format,
            Language = text.Language,
            Number = (versions.LastOrDefault()?.Number ?? 0) + 1,
            Subject = text.Subject,
            Body = text.Body,
            State = VersionState.Approved,
            WrittenAt = now,
            ApprovedAt = now,
        });
    }

    private ILookup<string, SeedText> Texts()
    {
        var folder = Path.Combine(Path.GetDirectoryName(files.PathOf(SeedSet.Reference, $"{Folder}/templates.csv"))!, "texts");
        return Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(SeedText.Read).ToLookup(text => text.Template);
    }
}

/// <summary>One file of words: <c>module.what.channel[.format.language].txt</c>.</summary>
internal sealed record SeedText(string Template, MessageChannel Channel, MessageFormat Format, string Language, string Subject, string Body)
{
    public static SeedText Read(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('.');
        var channel = Named<MessageChannel>(parts[2]);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n").Trim();
        var cut = channel is MessageChannel.Email or MessageChannel.Letter ? text.IndexOf('\n', StringComparison.Ordinal) : 0;
        return new SeedText(
            $"{parts[0]}.{parts[1]}",
            channel,
            parts.Length > 3 ? Named<MessageFormat>(parts[3]) : MessageFormat.Standard,
            parts.Length > 4 ? parts[4] : "en",
            text[..cut].Trim(),
            text[cut..].Trim());
    }

    private static T Named<T>(string snake)
        where T : struct, Enum => Enum.Parse<T>(snake.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
