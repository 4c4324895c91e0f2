using Medway.LocalOffer.Messaging.Tests.Support;
using Xunit.Runner.InProc.SystemConsole;

namespace Medway.LocalOffer.Messaging.Tests;

/// <summary>Runs the tests; or, as a child of one of them, a dispatcher that is killed sooner or later.</summary>
internal static class TestProgram
{
    public static async Task<int> Main(string[] args) => args is [DispatchProcess.Word] ? await DispatchProcess.RunAsync() : await ConsoleRunner.Run(args);
}
