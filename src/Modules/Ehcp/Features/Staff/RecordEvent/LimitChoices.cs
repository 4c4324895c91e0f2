using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;

/// <summary>The limits for which an exception may be recorded.</summary>
internal static class LimitChoices
{
    public static string Key(DueDate date) => date.From.Adviser is { } adviser ? $"{date.Rule.Code} {adviser}" : date.Rule.Code;

    public static IReadOnlyList<Choice> Of(IReadOnlyList<DueDate> dates) =>
    [
        .. dates.Where(date => date.IsOpen && date.Rule.Exceptions.Count > 0).DistinctBy(Key)
            .Select(date => new Choice(Key(date), $"{date.Rule.Name}{(date.From.Adviser is { } adviser ? $" ({EhcpWords.Of(adviser)})" : "")}: {date.Day?.Long()}")),
    ];
}
