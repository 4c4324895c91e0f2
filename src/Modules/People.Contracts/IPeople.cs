namespace Medway.LocalOffer.People.Contracts;

public enum PersonKind
{
    /// <summary>A child or young person from birth to 25.</summary>
    Child,

    /// <summary>A parent, carer or anybody else of the family.</summary>
    Adult,

    /// <summary>Somebody who works with the child, as a social worker or an advocate.</summary>
    Professional,
}

/// <summary>What a person is to a child.</summary>
public enum RelationshipKind
{
    /// <summary>Birth parent, until an adoption.</summary>
    Parent,

    AdoptiveParent,
    StepParent,
    SpecialGuardian,

    /// <summary>Has care of the child, and so counts as a parent in education law without parental responsibility (Education Act 1996 s576).</summary>
    FosterCarer,

    Relative,
    SocialWorker,
    Advocate,

    /// <summary>Decides for a young person who cannot (Mental Capacity Act 2005).</summary>
    Deputy,

    Other,

    /// <summary>Puts into another language what is said in a meeting or a call. Is told and shown nothing about the child alone.</summary>
    Interpreter,
}

/// <param name="Id">After a merge of two rows, the one that is kept, whichever was asked for.</param>
/// <param name="BornOn">Null when nobody knows it.</param>
/// <param name="DiedOn">Null for the living.</param>
public sealed record Person(Guid Id, PersonKind Kind, DateOnly? BornOn, DateOnly? DiedOn);

/// <param name="PersonId">Who.</param>
/// <param name="ChildId">To whom.</param>
/// <param name="From">First day; null when it was always so.</param>
/// <param name="To">Last day, inclusive; null when it goes on.</param>
/// <param name="HasResponsibility">Whether there is parental responsibility at all; <see cref="HadResponsibilityOn"/> knows the dates.</param>
public sealed record Relationship(
    Guid Id, Guid PersonId, Guid ChildId, RelationshipKind Kind, DateOnly? From, DateOnly? To,
    bool HasResponsibility, DateOnly? ResponsibilityFrom, DateOnly? ResponsibilityTo)
{
    /// <param name="day">A date in London.</param>
    public bool WasOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <inheritdoc cref="WasOn"/>
    public bool HadResponsibilityOn(DateOnly day) =>
        WasOn(day) && HasResponsibility && (ResponsibilityFrom is null || ResponsibilityFrom <= day) && (ResponsibilityTo is null || ResponsibilityTo >= day);
}

/// <summary>The form in which somebody can use a message.</summary>
public enum MessageFormat
{
    Standard,
    LargePrint,
    EasyRead,
    Audio,
    Braille,

    /// <summary>A film in British Sign Language, or an interpreter.</summary>
    Bsl,
}

/// <param name="PersonId">Whose.</param>
/// <param name="Channel">Null when the person has said nothing.</param>
/// <param name="Language">ISO 639-1, for example <c>en</c> or <c>pl</c>.</param>
/// <param name="Earliest">Not before this time in London; null for the usual hours.</param>
/// <param name="Latest">Not after this time in London; null for the usual hours.</param>
/// <param name="AnyDay">Sundays and bank holidays are welcome too.</param>
/// <param name="CallFirst">Ring before anything else leaves.</param>
public sealed record Preferences(
    Guid PersonId, Channel? Channel, string Language, MessageFormat Format, TimeOnly? Earliest, TimeOnly? Latest, bool AnyDay, bool CallFirst)
{
    /// <summary>Of somebody who has said nothing.</summary>
    public static Preferences Usual(Guid personId) => new(personId, null, "en", MessageFormat.Standard, null, null, AnyDay: false, CallFirst: false);
}

/// <param name="Given">Given name, or the name by which the person likes to be called.</param>
public sealed record PersonName(Guid PersonId, string Given, string Family)
{
    public string Full => $"{Given} {Family}";

    /// <summary>Says nothing: a name that is written to a log by mistake must not be one.</summary>
    public override string ToString() => nameof(PersonName);
}

/// <summary>What other modules may ask about people whose ids they keep. None of it says how to reach anybody: that is <see cref="IReach"/>.</summary>
public interface IPeople
{
    /// <returns>By the id that was asked for; unknown ids are left out.</returns>
    Task<IReadOnlyDictionary<Guid, Person>> FindAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <returns>Ids of all records that were found to be this person's, the asked one among them; only that one for somebody unknown.</returns>
    Task<IReadOnlyList<Guid>> RecordsOfAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Finds one person by what staff call the record, however they write it.</summary>
    /// <param name="typed">A reference such as <c>PER-7F3K-2Q</c>, or an id; may be anything.</param>
    /// <returns>After a merge the row that is kept; null when nobody is called that.</returns>
    Task<Guid?> ByReferenceAsync(string? typed, CancellationToken cancellationToken);

    /// <summary>For a page, a letter or a heading. Whoever shows it to staff writes down whom it showed (<c>IReadsPeople</c>).</summary>
    /// <returns>By the id that was asked for; unknown ids are left out.</returns>
    Task<IReadOnlyDictionary<Guid, PersonName>> NamesAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);

    /// <returns>Everybody who is or was something to this child, the ended and the coming too.</returns>
    Task<IReadOnlyList<Relationship>> AroundAsync(Guid childId, CancellationToken cancellationToken);

    /// <returns>Children and young people to whom this person is or was something, each once.</returns>
    Task<IReadOnlyList<Guid>> ChildrenOfAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>
    /// Why this person may be shown or told nothing about this child now: the rules of <see cref="IReach"/> without the part about where a message
    /// would go. Ask again each time.
    /// </summary>
    /// <returns>Empty when they may; <see cref="HeldReason.Unknown"/> when People does not know one of the two.</returns>
    Task<IReadOnlyList<HeldReason>> HeldFromAsync(Guid personId, Guid childId, CancellationToken cancellationToken);

    /// <returns>By the id that was asked for; whoever has said nothing has the usual ones.</returns>
    Task<IReadOnlyDictionary<Guid, Preferences>> PreferencesAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);
}

/// <summary>
/// In which scopes a person stands because of another module's work: the caseload and team of a case, for example. Registered as scoped by
/// that module; People asks everybody, also about the children to whom an adult is something.
/// </summary>
public interface IPersonScopes
{
    /// <returns>Scopes by person; whoever stands in none may be left out.</returns>
    Task<ILookup<Guid, Platform.Security.Scope>> OfAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellationToken);
}
