using System.Runtime.ExceptionServices;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>
/// The one place in the background that catches everything: the failure of one job, event or notice is written down and the next is taken.
/// </summary>
internal static class ErrorBoundary
{
    /// <returns>What went wrong; null when nothing did. Being asked to stop is not a failure and goes on to the caller.</returns>
    public static async Task<Exception?> RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // That is what a boundary is for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    public static void Rethrow(this Exception exception) => ExceptionDispatchInfo.Throw(exception);
}
