using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Writes and sends plans by the forms that officers use.</summary>
internal static class PlanSteps
{
    /// <summary>A record for which it was decided to make a plan.</summary>
    public static async Task<string> ToWriteAsync(this HttpClient staff, Guid childId, DateOnly today)
    {
        var record = await staff.LoggedAsync(childId, today.AddDays(-100));
        await staff.RecordedAsync(record, "DecidedToAssess", today.AddDays(-60));
        await staff.RecordedAsync(record, "DecidedToIssue", today.AddDays(-20));
        return record;
    }

    /// <summary>Begins the next text.</summary>
    public static async Task BegunAsync(this HttpClient staff, string record) =>
        (await staff.FillInAsync($"{record}/plan")).Status.ShouldBe(HttpStatusCode.Redirect);

    /// <param name="words">Stands in each section, after its letter.</param>
    public static async Task WrittenAsync(this HttpClient staff, string record, string words, bool withSchool)
    {
        foreach (var part in Enum.GetValues<PlanPart>().Where(part => part != PlanPart.J && (withSchool || part != PlanPart.I)))
        {
            var saved = await staff.FillInAsync($"{record}/plan/sections/{part}", ("Words", $"{part} {words}"));
            saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.MainText);
        }
    }

    public static Task<Page> SendPlanAsync(this HttpClient staff, string record, string kind, DateOnly on, string? sentBy = null) =>
        staff.FillInAsync($"{record}/plan/send", [("Kind", kind), ("SentBy", sentBy), .. Given.Date("On", on)]);

    public static async Task PlanSentAsync(this HttpClient staff, string record, string kind, DateOnly on, string? sentBy = null)
    {
        var page = await staff.SendPlanAsync(record, kind, on, sentBy);
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
    }

    /// <summary>Where the family reads the newest text.</summary>
    public static async Task<string> OwnPlanAsync(this App app, string record)
    {
        var id = Guid.Parse(record.Split('/')[^1]);
        return $"/my/documents/ehc-plan/{await app.AskAsync(context => context.Plans.Where(plan => plan.RecordId == id).OrderByDescending(plan => plan.Number).Select(plan => plan.Id).FirstAsync(Given.Now))}";
    }
}
