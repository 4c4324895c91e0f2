using MediatR;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.Counting;
using Medway.LocalOffer.Search.Features.FindHelp;
using Medway.LocalOffer.Search.Features.LeaveWish;
using Medway.LocalOffer.Search.Features.MakePack;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Seeding;

/// <summary>Made-up searches, a wish and a pack, sent as visitors send them, so that a development machine has something to show.</summary>
internal sealed class DemoSearches(IMediator mediator, SearchDbContext context, SearchTally tally, SearchKnowledge knowledge, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.AskedWords.AnyAsync(cancellationToken))
        {
            return;
        }

        var known = await knowledge.LoadAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "searches.csv", "words", "near", "kind", "need", "times", "opened"))
        {
            var near = row["near"].Length == 0 ? null : known.Gazetteer.Find(row["near"]);
            var choices = SearchChoices.None.With(ChoiceGroups.Kind, row["kind"]).With(ChoiceGroups.Need, row["need"]);
            var found = (await mediator.Send(new FindServices(row["words"], near, choices, 1), cancellationToken)).Value;
            for (var time = 0; time < Number(row["times"]); time++)
            {
                await tally.AskedAsync("demo", row["words"], near, choices, found, cancellationToken);
            }

            for (var time = 0; time < Number(row["opened"]); time++)
            {
                tally.Opened(row["words"]);
            }
        }

        await tally.AddUpAsync(cancellationToken);
        await mediator.Send(new LeaveWish("A trampoline club on Saturdays for a child who does not like noise", "Hoo"), cancellationToken);
        await mediator.Send(new LeaveWish("Somebody who can come to us. We have no car", "ME3"), cancellationToken);
        await mediator.Send(
            new MakePack("Things to do after school", "Made up for trying out. These welcome new children.", ["gills-open-disability-football", "medway-united-comets"]), cancellationToken);

        static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }
}
