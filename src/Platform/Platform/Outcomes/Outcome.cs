namespace Medway.LocalOffer.Platform.Outcomes;

public enum OutcomeKind
{
    Ok,
    NotFound,
    Forbidden,
    Invalid,
    Conflict,
}

/// <param name="Field">Name of the field as the form posts it; empty when the whole request is at fault.</param>
/// <param name="Message">Says what to do, in words for the person who typed it.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>Lets the mediator's pipeline make a refusal without knowing the value's type.</summary>
public interface IOutcome<out TSelf>
    where TSelf : IOutcome<TSelf>
{
    OutcomeKind Kind { get; }

    /// <summary>The result when the outcome is Ok, else null.</summary>
    object? Result { get; }

    static abstract TSelf Refuse();

    /// <summary>NotFound, for a record that the actor must not learn about.</summary>
    static abstract TSelf Hide();

    static abstract TSelf Reject(IReadOnlyList<FieldError> errors);

    /// <summary>Conflict: somebody changed the same thing at the same moment.</summary>
    static abstract TSelf Clash();
}

/// <summary>What came of an operation. Expected endings are values; exceptions are for bugs and broken machines.</summary>
public sealed class Outcome<T> : IOutcome<Outcome<T>>
{
    private readonly T? value;

    private Outcome(OutcomeKind kind, T? value, IReadOnlyList<FieldError> errors)
    {
        Kind = kind;
        this.value = value;
        Errors = errors;
    }

    public OutcomeKind Kind { get; }

    public bool IsOk => Kind == OutcomeKind.Ok;

    /// <summary>Empty unless <see cref="Kind"/> is Invalid or Conflict.</summary>
    public IReadOnlyList<FieldError> Errors { get; }

    /// <summary>The result, when <see cref="IsOk"/>; asking for it otherwise is a bug and throws.</summary>
    public T Value => IsOk ? value! : throw new InvalidOperationException($"An outcome of kind {Kind} has no value.");

    object? IOutcome<Outcome<T>>.Result => IsOk ? value : null;

    public static Outcome<T> Refuse() => new(OutcomeKind.Forbidden, default, []);

    public static Outcome<T> Hide() => new(OutcomeKind.NotFound, default, []);

    public static Outcome<T> Reject(IReadOnlyList<FieldError> errors) => new(OutcomeKind.Invalid, default, errors);

    public static Outcome<T> Clash() => Outcome.Conflict("Somebody else changed this at the same moment, or you sent it twice. Look at it again");

    public static implicit operator Outcome<T>(T value) => new(OutcomeKind.Ok, value, []);

    public static implicit operator Outcome<T>(Outcome.Failure failure) => new(failure.Kind, default, failure.Errors);
}

/// <summary>Short ways to write an outcome: <c>return Outcome.NotFound;</c></summary>
public static class Outcome
{
    public static Failure NotFound => new(OutcomeKind.NotFound, []);

    public static Failure Forbidden => new(OutcomeKind.Forbidden, []);

    public static Outcome<T> Ok<T>(T value) => value;

    public static Failure Invalid(string field, string message) => new(OutcomeKind.Invalid, [new FieldError(field, message)]);

    public static Failure Conflict(string message) => new(OutcomeKind.Conflict, [new FieldError("", message)]);

    public readonly record struct Failure(OutcomeKind Kind, IReadOnlyList<FieldError> Errors);
}
