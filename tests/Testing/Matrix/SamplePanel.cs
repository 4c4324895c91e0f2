using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Features.Staff.AddGroups;
using Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;
using Medway.LocalOffer.CoDesign.Features.Staff.SetUpRound;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing.Matrix;

/// <summary>What the pages of the young people's panel need to be opened.</summary>
internal static class SamplePanel
{
    /// <summary>A round of the panel with a group, an answer that waits and a theme.</summary>
    public static async Task AddAsync(App app)
    {
        var today = app.Clock.Today();
        var round = await app.DoAsync(new SetUpRound(null, "A sample", "A sample", today, today, today, ""));
        await app.DoAsync(new AddTask(round, "A sample"));
        var group = await app.DoAsync(new AddGroup(round, "A sample", "A sample", MayBeQuoted: false));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var panel = scope.ServiceProvider.GetRequiredService<CoDesignDbContext>();
        var now = app.Clock.GetUtcNow();
        var reviewer = new Reviewer { Id = Guid.CreateVersion7(now), RoundId = round, GroupId = group, Number = 1, Card = CardState.Live, MadeAt = now };
        panel.AddRange(reviewer, new Answer
        {
            Id = Guid.CreateVersion7(now),
            ReviewerId = reviewer.Id,
            PartId = panel.Parts.First(part => part.RoundId == round).Id,
            State = Moderation.Waiting,
            Words = "A sample",
            At = now,
        });
        panel.Add(new Theme { Id = Guid.CreateVersion7(now), RoundId = round, Said = "A sample", EasySaid = "A sample" });
        panel.Add(new PublishedRound { Slug = "a-sample", Name = "A sample", Purpose = "A sample", PublishedOn = today, People = "a few", EasyRead = "A sample" });
        await panel.SaveChangesAsync();
    }
}
