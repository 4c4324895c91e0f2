using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features;

/// <summary>How a person likes to be told, as a form of staff or of the family posts it.</summary>
internal sealed record LikedWay(string Channel, string Language, string Format, string Earliest, string Latest, bool AnyDay, bool CallFirst)
{
    /// <summary>The languages that the council can be asked for; any other is asked for by phone.</summary>
    public static readonly IReadOnlyList<Choice> Languages =
    [
        new("en", "English"), new("ar", "Arabic"), new("bn", "Bengali"), new("bg", "Bulgarian"), new("cs", "Czech"), new("fa", "Farsi"), new("hi", "Hindi"),
        new("lt", "Lithuanian"), new("pl", "Polish"), new("pt", "Portuguese"), new("pa", "Punjabi"), new("ro", "Romanian"), new("ru", "Russian"),
        new("sk", "Slovak"), new("so", "Somali"), new("es", "Spanish"), new("tr", "Turkish"), new("uk", "Ukrainian"), new("ur", "Urdu"), new("yo", "Yoruba"),
    ];

    public static readonly IReadOnlyList<Choice> Channels =
    [
        new("Email", "By e-mail"), new("Sms", "By text message"), new("Letter", "By letter"), new("Phone", "By phone"), new("FaceToFace", "Face to face"),
    ];

    public static readonly IReadOnlyList<Choice> Formats =
    [
        new("Standard", "As it is"), new("LargePrint", "In large print"), new("EasyRead", "In Easy Read", "Short words and pictures"), new("Audio", "To listen to"),
        new("Braille", "In Braille"), new("Bsl", "In British Sign Language"),
    ];

    public static readonly IReadOnlyList<Choice> Hours =
        [.. Enumerable.Range(8, 13).Select(hour => new TimeOnly(hour, 0)).Select(time => new Choice($"{time:HH:mm}", In12Hours(time)))];

    public static LikedWay Of(Preferences preferences) => new(
        preferences.Channel?.ToString() ?? "", preferences.Language, preferences.Format.ToString(),
        $"{preferences.Earliest:HH:mm}", $"{preferences.Latest:HH:mm}", preferences.AnyDay, preferences.CallFirst);

    /// <returns>What is wrong, by field.</returns>
    public IEnumerable<FieldError> Problems()
    {
        if (Channel.Length > 0 && Channels.All(choice => choice.Value != Channel))
        {
            yield return new(nameof(Channel), "Choose one of these ways");
        }

        if (Languages.All(choice => choice.Value != Language))
        {
            yield return new(nameof(Language), "Choose a language");
        }

        if (Formats.All(choice => choice.Value != Format))
        {
            yield return new(nameof(Format), "Choose one of these");
        }

        foreach (var (field, text) in new[] { (nameof(Earliest), Earliest), (nameof(Latest), Latest) })
        {
            if (text.Length > 0 && Hours.All(choice => choice.Value != text))
            {
                yield return new(field, "Choose a time");
            }
        }

        if (Time(Earliest) is { } earliest && Time(Latest) is { } latest && latest <= earliest)
        {
            yield return new(nameof(Latest), "The second time must be after the first");
        }
    }

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time : null;

    private static string In12Hours(TimeOnly time) => time.Hour switch
    {
        12 => "12 noon",
        < 12 => $"{time.Hour}am",
        _ => $"{time.Hour - 12}pm",
    };
}

/// <summary>One way to write preferences down, for staff and for the person.</summary>
internal sealed class PreferencesWriter(PeopleDbContext context, AuditTrail audit, Outbox outbox, TimeProvider clock)
{
    public async Task<Outcome<Done>> WriteAsync(Guid personId, LikedWay liked, CancellationToken cancellationToken)
    {
        if (liked.Problems().ToList() is { Count: > 0 } problems)
        {
            return Outcome<Done>.Reject(problems);
        }

        if (await context.Persons.Where(person => person.Id == personId).Select(person => (Guid?)person.KeptId).SingleOrDefaultAsync(cancellationToken) is not { } kept)
        {
            return Outcome.NotFound;
        }

        var preferences = await context.Preferences.SingleOrDefaultAsync(p => p.PersonId == kept, cancellationToken);
        if (preferences is null)
        {
            preferences = new PreferencesRecord { PersonId = kept, Language = liked.Language, Format = MessageFormat.Standard, ChangedAt = clock.GetUtcNow() };
            context.Preferences.Add(preferences);
        }

        var before = LikedWay.Of(preferences.AsPreferences(kept));
        preferences.Channel = liked.Channel.Length == 0 ? null : Enum.Parse<Channel>(liked.Channel);
        preferences.Language = liked.Language;
        preferences.Format = Enum.Parse<MessageFormat>(liked.Format);
        preferences.Earliest = LikedWay.Time(liked.Earliest);
        preferences.Latest = LikedWay.Time(liked.Latest);
        preferences.AnyDay = liked.AnyDay;
        preferences.CallFirst = liked.CallFirst;
        preferences.ChangedAt = clock.GetUtcNow();
        audit.Record(
            context, PeopleAudit.PreferencesChanged, PeopleAudit.Subject, kept, personIds: [kept],
            changes: [new AuditChange("preferences", audit.Digest("preferences", before.ToString()), audit.Digest("preferences", liked.ToString()))]);
        outbox.Publish(context, new PreferencesChanged(kept));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
