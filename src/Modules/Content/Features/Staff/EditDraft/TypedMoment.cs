using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Content.Features.Staff.EditDraft;

/// <summary>A date and a time of Medway as somebody typed them.</summary>
internal sealed class TypedMoment
{
    public TypedDate On { get; set; } = new();

    public string Time { get; set; } = "";

    public static TypedMoment Of(DateTimeOffset? instant) => instant is not { } known ? new() : new()
    {
        On = TypedDate.Of(UkTime.DateIn(known)),
        Time = UkTime.TimeIn(known).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <returns>Nothing when nothing was typed; else the instant, or what is wrong.</returns>
    public (DateTimeOffset? Instant, string? Problem) Read()
    {
        if (On.IsEmpty && Time.Trim().Length == 0)
        {
            return (null, null);
        }

        return On.Read() is not { } date ? (null, "Write a day, a month and a year, for example 3 12 2026")
            : UkMoment.Time(Time) is not { } time ? (null, "Write a time like 09:30")
            : UkMoment.Read(date, time);
    }
}
