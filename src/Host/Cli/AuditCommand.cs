using System.Globalization;
using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Cli;

/// <summary><c>audit verify</c></summary>
internal sealed class AuditCommand(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public async Task<int> VerifyAsync()
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
        var verdict = await scope.ServiceProvider.GetRequiredService<ITrailProof>().VerifyAsync(CancellationToken.None);
        if (verdict.Fault is { } fault)
        {
            await errors.WriteLineAsync(fault.What);
            await errors.WriteLineAsync($"entry {fault.EntryId?.ToString() ?? "-"}, seal {fault.Seal?.ToString(CultureInfo.InvariantCulture) ?? "-"}, day {fault.Day?.Long() ?? "-"}");
            await errors.WriteLineAsync("The audit trail is not complete. Keep the database as it is and tell the data protection officer.");
            return 1;
        }

        await output.WriteLineAsync($"{verdict.Entries} entries in {verdict.Seals} seals, {verdict.Waiting} of them waiting for the next seal.");
        if (verdict.Unkeyed > 0)
        {
            await output.WriteLineAsync($"{verdict.Unkeyed} are from before sealing began and carry no code.");
        }

        await output.WriteLineAsync(verdict.Anchors switch
        {
            null => "No anchor file is configured (Audit__AnchorFile): compare the newest seal with the log by eye.",
            0 when verdict.Seals > 0 => "The anchor file holds no seal: compare the newest seal with the log by eye.",
            { } anchors => $"{anchors} seals agree with the anchor file.",
        });
        await output.WriteLineAsync($"Newest seal: {verdict.Seals} {verdict.NewestHash}");
        await output.WriteLineAsync("complete");
        return 0;
    }
}
