using System.Transactions;
using MediatR;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Medway.LocalOffer.Platform.Mediation;

/// <summary>
/// One transaction round every command, kept only when the outcome is Ok. The ambient transaction is used because a module's context,
/// its bulk copies and its audit row then share it without being told about each other. When two commands meet at one row, the database lets
/// one through; the other ends as a conflict, which every form shows with what was typed.
/// </summary>
internal sealed partial class TransactionBehaviour<TRequest, TResponse>(ILogger<TransactionBehaviour<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly bool IsCommand = typeof(TRequest).GetInterfaces()
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICommand<>));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!IsCommand)
        {
            return await next();
        }

        // Inside another's transaction the whole of that goes down, so whoever began it answers.
        var isWhole = Transaction.Current is null;
        try
        {
            using var scope = OneTransaction.Begin();
            var outcome = await next();
            if (outcome.Kind == OutcomeKind.Ok)
            {
                scope.Complete();
            }

            return outcome;
        }
        catch (DbUpdateException exception) when (isWhole && (exception is DbUpdateConcurrencyException || (exception.InnerException is PostgresException { SqlState: var state } && IsClash(state))))
        {
            // What could not be saved must not be tried again by the page that says so.
            if (exception.Entries is [var entry, ..])
            {
                entry.Context.ChangeTracker.Clear();
            }

            Met(logger, typeof(TRequest).Name);
            return TResponse.Clash();
        }
        catch (PostgresException exception) when (isWhole && IsClash(exception.SqlState))
        {
            Met(logger, typeof(TRequest).Name);
            return TResponse.Clash();
        }
    }

    private static bool IsClash(string sqlState) =>
        sqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Command} met another at the same row")]
    private static partial void Met(ILogger logger, string command);
}
