using System.Globalization;
using FluentValidation;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.AspNetCore.Http.Extensions;

namespace Medway.LocalOffer.Audit.Domain;

/// <summary>What is looked for, as it was typed. Ids, codes and dates only, so it may stand in an address.</summary>
internal sealed record EntryFilter
{
    public string? Event { get; init; }

    /// <summary>Dates in London, both inclusive.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public string? ActorKind { get; init; }

    public string? ActorId { get; init; }

    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    public string? PersonId { get; init; }

    public string? CorrelationId { get; init; }

    public Guid? Person => Id(PersonId);

    /// <summary>Name and value of all that is set, for links.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Set =>
    [
        .. from pair in new (string Name, string? Value)[]
           {
               ("event", Event), ("from", From), ("to", To), ("actorKind", ActorKind), ("actorId", ActorId), ("subjectKind", SubjectKind),
               ("subjectId", SubjectId), ("personId", PersonId), ("correlationId", CorrelationId),
           }
           where !string.IsNullOrWhiteSpace(pair.Value)
           select KeyValuePair.Create(pair.Name, pair.Value.Trim()),
    ];

    /// <summary>The same filter on this page.</summary>
    public string Address(string path, params IEnumerable<(string Name, string Value)> more) =>
        path + new QueryBuilder(Set.Concat(more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))).ToQueryString();

    public IQueryable<AuditEntry> In(IQueryable<AuditEntry> entries)
    {
        if (Text(Event) is { } name)
        {
            entries = entries.Where(entry => entry.Name == name);
        }

        if (Date(From) is { } from)
        {
            var start = UkTime.StartOf(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (Date(To) is { } to)
        {
            var end = UkTime.StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        if (Kind(ActorKind) is { } kind)
        {
            entries = entries.Where(entry => entry.ActorKind == kind);
        }

        if (Text(ActorId) is { } actor)
        {
            entries = entries.Where(entry => entry.ActorId == actor);
        }

        if (Text(SubjectKind) is { } subjectKind)
        {
            entries = entries.Where(entry => entry.SubjectKind == subjectKind);
        }

        if (Id(SubjectId) is { } subject)
        {
            entries = entries.Where(entry => entry.SubjectId == subject);
        }

        if (Person is { } personId)
        {
            Guid[] person = [personId];
            entries = entries.Where(entry => person.All(id => entry.PersonIds.Contains(id)));
        }

        return Text(CorrelationId)?.ToLowerInvariant() is { } correlation ? entries.Where(entry => entry.CorrelationId == correlation) : entries;
    }

    /// <summary>For the trail itself: looking is written down too. An actor that is no id may be a name that somebody typed by mistake.</summary>
    public IReadOnlyList<AuditChange> Asked(AuditTrail trail) =>
    [
        .. from pair in Set
           let isId = pair.Key != "actorId" || Id(pair.Value) is not null
           select new AuditChange("asked_" + pair.Key, null, isId ? pair.Value : trail.Digest("actor_id", pair.Value)),
    ];

    public static Guid? Id(string? text) => Guid.TryParseExact(text?.Trim(), "D", out var id) ? id : null;

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1999 and < 2101
            ? date
            : null;

    public static ActorKind? Kind(string? text) =>
        Array.Find(Enum.GetValues<ActorKind>(), kind => kind.ToString() == text?.Trim()) is var kind && kind.ToString() == text?.Trim() ? kind : null;

    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class EntryFilterValidator : AbstractValidator<EntryFilter>
{
    private const string IdMessage = "Copy the whole id, like 0199c2d4-7a1b-7c3d-8e4f-5a6b7c8d9e0f";

    public EntryFilterValidator()
    {
        RuleFor(filter => filter.Event).Must(Matches("^[a-z]{1,30}\\.[a-z-]{1,60}$")).WithMessage("Choose what happened from the list");
        RuleFor(filter => filter.From).Must(text => Empty(text) || EntryFilter.Date(text) is not null).WithMessage("Give the first day as a date, like 21/11/2026");
        RuleFor(filter => filter.To).Must(text => Empty(text) || EntryFilter.Date(text) is not null).WithMessage("Give the last day as a date, like 21/11/2026");
        RuleFor(filter => filter.To).Must((filter, _) => !(EntryFilter.Date(filter.To) < EntryFilter.Date(filter.From)))
            .WithMessage("The last day must not be before the first day");
        RuleFor(filter => filter.ActorKind).Must(text => Empty(text) || EntryFilter.Kind(text) is not null).WithMessage("Choose who did it from the list");
        RuleFor(filter => filter.ActorId).Must(Matches("^[A-Za-z0-9._@\\\\-]{1,100}$"))
            .WithMessage("Copy the id of whoever did it: letters, numbers, dots and dashes, no spaces");
        RuleFor(filter => filter.SubjectKind).Must(Matches("^[a-z_]{1,60}$")).WithMessage("Give the kind of thing as it stands in an entry, like service");
        RuleFor(filter => filter.SubjectId).Must(text => Empty(text) || EntryFilter.Id(text) is not null).WithMessage(IdMessage);
        RuleFor(filter => filter.PersonId).Must(text => Empty(text) || EntryFilter.Id(text) is not null).WithMessage(IdMessage);
        RuleFor(filter => filter.CorrelationId).Must(Matches("^[0-9a-fA-F]{32}$")).WithMessage("Copy the whole reference: 32 letters and numbers");
    }

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static Func<string?, bool> Matches(string pattern) => text =>
        Empty(text) || System.Text.RegularExpressions.Regex.IsMatch(text!.Trim(), pattern, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
