using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>
/// An operation whose result shows people. The mediator writes one audit entry with everybody in the result, in the transaction of the read;
/// when that cannot be written the caller gets an exception and no data. Its result implements <see cref="IShowsPeople"/>: an architecture
/// test holds the two together.
/// </summary>
public interface IReadsPeople
{
    /// <summary>One of those that the module declares, for example <c>people.record-viewed</c>.</summary>
    AuditEvent Event { get; }

    /// <summary>What is looked at, lower_snake.</summary>
    string SubjectKind { get; }

    /// <summary>Null when it is no single thing, for example a list.</summary>
    Guid? SubjectId { get; }

    /// <summary>Why, when the reader said so or the page stands for one purpose.</summary>
    string? Purpose { get; }
}

/// <summary>A result that shows people: hits of a search count, and so do previews and prints.</summary>
public interface IShowsPeople
{
    /// <summary>Everybody whose data the result holds, whether or not the page prints all of it.</summary>
    IReadOnlyList<Guid> PersonIds { get; }
}
