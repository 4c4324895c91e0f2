using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>Names the permission that an operation needs.</summary>
public interface IDeclarePermission
{
    /// <summary>What the actor must hold; checked before anything else happens.</summary>
    Permission Permission { get; }
}

/// <summary>A request with exactly one handler. It always answers with an outcome, so moving off MediatR would touch one folder.</summary>
public interface IOperation<T> : IRequest<Outcome<T>>, IDeclarePermission;

/// <summary>Reads; opens no transaction.</summary>
public interface IQuery<T> : IOperation<T>;

/// <summary>Changes something; all of it is written in one transaction, or none of it.</summary>
public interface ICommand<T> : IOperation<T>;

/// <summary>The answer of a command that has nothing to say.</summary>
public readonly record struct Done;
