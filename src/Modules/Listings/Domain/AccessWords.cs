namespace Medway.LocalOffer.Listings.Domain;

/// <summary>What somebody told us.</summary>
internal sealed record AccessSaid(AccessFactKey Key, AccessAnswer Answer, string? Note, DateOnly? CheckedOn);

/// <param name="Note">How far it can be trusted, and what was said beside it; null when there is nothing to add.</param>
internal sealed record AccessLine(AccessAnswer Answer, string Words, string? Note);

/// <summary>Lines about one side of getting there and being there: what is known first.</summary>
internal sealed record AccessGroup(string Heading, IReadOnlyList<AccessLine> Lines)
{
    public IEnumerable<AccessLine> Known => Lines.Where(line => line.Answer != AccessAnswer.NotKnown);

    public IEnumerable<AccessLine> Unknown => Lines.Where(line => line.Answer == AccessAnswer.NotKnown);
}

internal static class AccessWords
{
    private const string Around = "Getting in and around";
    private const string There = "Getting there";
    private const string Senses = "What it is like";
    private const string Who = "Who will be there";
    private const string Along = "Who can come with you";

    private static readonly IReadOnlyList<(string Heading, AccessFactKey Key, string Words)> All =
    [
        (Around, AccessFactKey.StepFree, "Step-free way in"),
        (Around, AccessFactKey.WideDoors, "Doors wide enough for a big wheelchair"),
        (Around, AccessFactKey.AccessibleToilet, "Accessible toilet"),
        (Around, AccessFactKey.ChangingPlaces, "Changing Places toilet, with a hoist and a bench"),
        (Around, AccessFactKey.HearingLoop, "Hearing loop"),
        (There, AccessFactKey.Parking, "Parking"),
        (There, AccessFactKey.BlueBadgeParking, "Blue Badge parking near the door"),
        (There, AccessFactKey.BusStop, "Bus stop near the door"),
        (There, AccessFactKey.StepFreeStation, "Train station without steps near by"),
        (Senses, AccessFactKey.QuietSpace, "A quiet place to go if it is too much"),
        (Senses, AccessFactKey.QuietTimes, "Quiet times"),
        (Senses, AccessFactKey.QuietWaiting, "A quiet place to wait"),
        (Senses, AccessFactKey.LessNoise, "Less noise than usual"),
        (Senses, AccessFactKey.SofterLight, "Softer lights"),
        (Senses, AccessFactKey.LoudHandDryers, "Loud hand dryers"),
        (Senses, AccessFactKey.Music, "Music playing"),
        (Senses, AccessFactKey.Alarms, "Sudden sounds, such as a bell or a hooter"),
        (Senses, AccessFactKey.StrongSmells, "Strong smells"),
        (Senses, AccessFactKey.Crowds, "Often crowded"),
        (Senses, AccessFactKey.Echo, "Sounds echo"),
        (Senses, AccessFactKey.WayOut, "An easy way out if you need to leave"),
        (Who, AccessFactKey.TrainedStaff, "Staff trained in special educational needs and disabilities"),
        (Who, AccessFactKey.OneToOne, "One adult for one child, if needed"),
        (Who, AccessFactKey.ParentMustStay, "A parent or carer must stay"),
        (Who, AccessFactKey.Medicines, "Help with medicines"),
        (Who, AccessFactKey.Feeding, "Help with eating and drinking"),
        (Who, AccessFactKey.PersonalCare, "Help with washing and the toilet"),
        (Who, AccessFactKey.BehaviourSupport, "Help when feelings get big"),
        (Who, AccessFactKey.Bsl, "British Sign Language (BSL)"),
        (Who, AccessFactKey.Makaton, "Makaton signs"),
        (Who, AccessFactKey.Symbols, "Symbols or picture cards"),
        (Along, AccessFactKey.SiblingsWelcome, "Brothers and sisters welcome"),
        (Along, AccessFactKey.CompanionFree, "Carer or helper goes in free"),
        (Along, AccessFactKey.DogsWelcome, "Assistance dogs welcome"),
    ];

    /// <summary>What can be asked of a helpline or a website too.</summary>
    private static readonly HashSet<AccessFactKey> WithoutADoor = [AccessFactKey.Bsl];

    public static IReadOnlyList<string> Headings { get; } = [.. All.Select(fact => fact.Heading).Distinct()];

    public static string Of(AccessFactKey key) => All.Single(fact => fact.Key == key).Words;

    public static IEnumerable<AccessFactKey> Under(string heading) => All.Where(fact => fact.Heading == heading).Select(fact => fact.Key);

    /// <summary>Every fact has a line: one that nobody has told us says so.</summary>
    /// <param name="facts">Of the service and its places; for one key the first counts, so the service's own go first.</param>
    /// <param name="hasDoor">False for a helpline or a website: whether the way in has steps is then no question.</param>
    public static IReadOnlyList<AccessGroup> Groups(IReadOnlyList<AccessSaid> facts, bool hasDoor) =>
    [
        .. All.Where(fact => hasDoor || WithoutADoor.Contains(fact.Key) || facts.Any(said => said.Key == fact.Key))
            .GroupBy(fact => fact.Heading)
            .Select(group => new AccessGroup(
                group.Key,
                [.. group.Select(fact => Line(fact.Key, fact.Words, facts)).OrderBy(line => line.Answer == AccessAnswer.NotKnown)])),
    ];

    private static AccessLine Line(AccessFactKey key, string words, IReadOnlyList<AccessSaid> facts) =>
        facts.FirstOrDefault(said => said.Key == key && said.Answer != AccessAnswer.NotKnown) is { } told
            ? new AccessLine(told.Answer, words, Note(told))
            : new AccessLine(AccessAnswer.NotKnown, words, null);

    private static string? Note(AccessSaid said) => (said.Note, said.CheckedOn) switch
    {
        (null, null) => "We think so. Not confirmed",
        ({ } note, null) => $"{note.TrimEnd('.')}. We think so. Not confirmed",
        (var note, _) => note,
    };
}
