namespace Medway.LocalOffer.People.Contracts;

/// <param name="Given">As it was typed.</param>
/// <param name="Family">As it was typed.</param>
/// <param name="BornOn">Null when nobody said it.</param>
public sealed record NewPerson(PersonKind Kind, string Given, string Family, DateOnly? BornOn)
{
    /// <summary>Says nothing: a name that is written to a log by mistake must not be one.</summary>
    public override string ToString() => nameof(NewPerson);
}

/// <summary>
/// People whom a family names on a form of another module: that module keeps the ids. Nothing here looks whether we know them already, so that a stranger
/// learns nothing; a person decides later whether two records are one.
/// </summary>
public interface INewPeople
{
    /// <returns>What is wrong with a name, in words for whoever typed it; null when nothing is.</returns>
    string? NameProblem(string name);

    /// <returns>What is wrong with a way to reach somebody; null when nothing is.</returns>
    string? ContactProblem(ContactPointKind kind, string typed);

    /// <summary>In the caller's transaction, with an audit entry. Names and birth date are checked by the caller.</summary>
    /// <returns>Id of a new record.</returns>
    Task<Guid> RecordAsync(NewPerson person, CancellationToken cancellationToken);

    /// <summary>What somebody says they are to a child; without parental responsibility, until <see cref="ConfirmResponsibilityAsync"/>.</summary>
    Task RelateAsync(Guid personId, Guid childId, RelationshipKind kind, CancellationToken cancellationToken);

    /// <summary>Where somebody says that they live. Nothing is sent there until an officer has checked it.</summary>
    /// <param name="typed">A line each, the postcode last; checked by the caller.</param>
    /// <returns>Id of the contact point.</returns>
    Task<Guid> AddHomeAsync(Guid personId, string typed, CancellationToken cancellationToken);

    /// <summary>An officer has seen a paper that shows parental responsibility.</summary>
    /// <returns>False when they are nothing to the child.</returns>
    Task<bool> ConfirmResponsibilityAsync(Guid personId, Guid childId, string how, CancellationToken cancellationToken);

    /// <summary>For an old list: who is known already must not come a second time.</summary>
    /// <returns>Every record of whoever has exactly this name and birth date, those merged with it too.</returns>
    Task<IReadOnlyList<Guid>> NamedAsync(string given, string family, DateOnly bornOn, CancellationToken cancellationToken);

    /// <returns>Records that may be the same person, with the same birth date and a name that is alike, about which nobody has decided.</returns>
    Task<IReadOnlyList<Guid>> AlikeAsync(Guid personId, CancellationToken cancellationToken);
}
