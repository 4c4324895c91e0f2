using Xunit.Runner.InProc.SystemConsole;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Runs the tests; or, as a child of one of them, a scheduler that is killed sooner or later.</summary>
internal static class TestProgram
{
    public static async Task<int> Main(string[] args) => args is [ScheduleProcess.Word] ? await ScheduleProcess.RunAsync() : await ConsoleRunner.Run(args);
}
