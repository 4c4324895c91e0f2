using System.Globalization;
using System.Text;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.People.Features.Staff.DecideErasure;

/// <summary>What a family gets in its hand after an erasure. Nobody's name stands in it: we do not know it any more.</summary>
internal static class ErasureCertificate
{
    /// <returns>Null when nothing was erased.</returns>
    public static string? Of(ErasureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Erasure is not { State: ErasureState.Done, DecidedAt: { } at })
        {
            return null;
        }

        var text = new StringBuilder()
            .AppendLine("Certificate of erasure").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Reference: {view.Reference}")
            .AppendLine(CultureInfo.InvariantCulture, $"Certificate: {view.Erasure.Id}")
            .AppendLine(CultureInfo.InvariantCulture, $"Asked for: {view.Erasure.AskedAt.Moment()}")
            .AppendLine(CultureInfo.InvariantCulture, $"Done: {at.Moment()}. Two people at the council decided it.").AppendLine()
            .AppendLine("Erased:");
        Lines(text, view.Steps.Where(step => step.Step.KeptBecause is null).Select(step => $"{step.Step.What}: {step.Step.Count} ({step.Holder})"), "Nothing was held that could be erased.");
        text.AppendLine().AppendLine("Kept, and why:");
        Lines(
            text, view.Steps.Where(step => step.Step.KeptBecause is not null)
                .Select(step => $"{step.Step.What}: {step.Step.Count} ({step.Holder}). {step.Step.KeptBecause}{(step.Step.KeptUntil is { } until ? $", until {until.Long()}" : "")}."),
            "Nothing.");
        return text.AppendLine().AppendLine("Copies in backups are erased when a backup is put back. A file with the old list cannot bring the person back.").ToString();
    }

    private static void Lines(StringBuilder text, IEnumerable<string> lines, string none)
    {
        foreach (var line in lines.DefaultIfEmpty(none))
        {
            text.Append("- ").AppendLine(line);
        }
    }
}
