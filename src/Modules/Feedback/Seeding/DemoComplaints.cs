using System.Globalization;
using MediatR;
using Medway.LocalOffer.Feedback.Complaints;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.Complain;
using Medway.LocalOffer.Feedback.Features.SayIfHelpful;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Feedback.Seeding;

/// <summary>Plainly made-up complaints and presses on yes and no: one complaint came today, one is late, one is answered.</summary>
internal sealed class DemoComplaints(FeedbackDbContext context, IMediator mediator, ComplaintClock clocks, TimeProvider clock, IHostEnvironment environment) : ISeeder
{
    private const string MadeUp = "Made up for trying out: nobody told us that the plan is late.";

    private static readonly string[] Pages = ["/ehc-plans", "/short-breaks", "/things-to-do"];

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() || await context.Complaints.AnyAsync(cancellationToken))
        {
            return;
        }

        Made.Up(await mediator.Send(new Complain(nameof(ComplaintKind.DataProtection), "no", "Made up for trying out: a letter went to the wrong house.", ""), cancellationToken));
        AddEarlier(40, isAnswered: true);
        AddEarlier(30, isAnswered: false);
        await context.SaveChangesAsync(cancellationToken);
        for (var press = 0; press < 24; press++)
        {
            Made.Up(await mediator.Send(new SayIfHelpful(Pages[press % Pages.Length], press % 4 == 0 ? SayIfHelpful.No : SayIfHelpful.Yes), cancellationToken));
        }
    }

    private void AddEarlier(int days, bool isAnswered)
    {
        var at = clock.GetUtcNow().AddDays(-days);
        var complaint = new Complaint
        {
            Id = Guid.CreateVersion7(at),
            Reference = string.Create(CultureInfo.InvariantCulture, $"C-DEMX{days}"),
            Kind = ComplaintKind.Service,
            IsAboutEhc = true,
            Words = MadeUp,
            ReplyTo = "Made up: by post, please.",
            At = at,
            Theme = isAnswered ? ComplaintTheme.NotToldOfDelay : null,
        };
        var stage = clocks.Start(complaint.Id, complaint.Kind, 1, UkTime.DateIn(at));
        if (isAnswered)
        {
            stage.AcknowledgedOn = stage.StartedOn.AddDays(1);
            stage.RepliedOn = stage.StartedOn.AddDays(7);
            stage.Answer = "Made up: we are sorry, and we say when the plan will come.";
        }

        context.AddRange(complaint, stage);
    }
}
