using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Texts of plans, where a child is taught and appointments, for the child; what somebody said about a plan, for whoever said it. What is still written is nobody's plan yet.</summary>
internal sealed class PlanPersonalData(EhcpDbContext context, PlanReader plans, IPeople people) : IPersonalData
{
    public string Holder => "EHC plans";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        List<PersonalRecord> copy = [];
        foreach (var record in await context.Records.AsNoTracking().Where(record => ids.Contains(record.ChildId)).OrderBy(record => record.Id).ToListAsync(cancellationToken))
        {
            foreach (var plan in (await plans.OfAsync(record.Id, cancellationToken)).Where(plan => plan.Sent is not null))
            {
                var texts = await plans.TextsAsync(plan.Plan.Id, cancellationToken);
                copy.Add(new PersonalRecord(
                    PlanWords.Of(plan.Sent!.Kind), plan.Sent.RecordedAt,
                    [new("Sent on", plan.Sent.HappenedOn.Long()), .. texts.OrderBy(pair => pair.Key).Select(pair => KeyValuePair.Create($"{pair.Key}: {PlanWords.Of(pair.Key)}", pair.Value.Words))]));
            }

            var settings = await context.SettingStatuses.AsNoTracking().Where(status => status.RecordId == record.Id).OrderBy(status => status.From).ToListAsync(cancellationToken);
            copy.AddRange(settings.Select(status => new PersonalRecord(
                "Where you were taught", status.RecordedAt,
                [
                    new("Where", SettingWords.Of(status.Kind)), new("From", status.From.Long()), new("Note", status.Note), new("Health was told on", status.HealthToldOn?.Long() ?? ""),
                    new("Taken back", status.WithdrawnAt?.Moment() ?? ""),
                ])));
            var appointments = await context.Appointments.AsNoTracking().Where(one => one.RecordId == record.Id).OrderBy(one => one.StartsAt).ToListAsync(cancellationToken);
            copy.AddRange(appointments.Select(one => new PersonalRecord(
                "Appointment", one.RecordedAt, [new("With", EhcpWords.Of(one.Adviser)), new("When", one.StartsAt.Moment()), new("Where", one.Where), new("Called off", one.CalledOffAt?.Moment() ?? "")])));
        }

        var answers = await context.PlanAnswers.AsNoTracking().Where(answer => ids.Contains(answer.PersonId)).OrderBy(answer => answer.AnsweredAt).ToListAsync(cancellationToken);
        copy.AddRange(answers.Select(answer => new PersonalRecord(
            "What you said about a plan", answer.AnsweredAt,
            [new("You said", PlanWords.Of(answer.Reply)), new("In your words", answer.Words), new("School you asked for", answer.School), new("You would like to meet", answer.WantsToMeet ? "Yes" : "No")])));
        return copy;
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        var count = await context.Plans.CountAsync(plan => context.Records.Any(record => record.Id == plan.RecordId && ids.Contains(record.ChildId)), cancellationToken)
            + await context.PlanAnswers.CountAsync(answer => ids.Contains(answer.PersonId), cancellationToken);
        return count > 0 ? [new ErasureStep("EHC plans, and what was said about them", count, "The council has not decided yet how long records of children are kept")] : [];
    }

    /// <summary>The plan keeps everything, so there is nothing to erase.</summary>
    public Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing here reaches anybody by itself.</summary>
    public Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.FromResult(0);
}
