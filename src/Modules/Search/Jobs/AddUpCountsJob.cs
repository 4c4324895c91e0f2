using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Jobs;

/// <summary>Makes one row of the many that the hosts added for a day that is over; forgets counts, wishes and packs that are past their time.</summary>
internal sealed class AddUpCountsJob(SearchDbContext context, TimeProvider clock) : IJob
{
    /// <summary>Long enough to compare a term with the same term a year before.</summary>
    private const int MonthsKept = 25;

    private const int MonthsOfWishes = 13;

    public static string Kind => "search.counts-add-up";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        await context.Database.ExecuteSqlAsync(
            $"""
            with gone as (
              delete from search.asked_words a using (
                select day, words from search.asked_words where day < {today} group by day, words having count(*) > 1) many
              where a.day = many.day and a.words = many.words returning a.*)
            insert into search.asked_words (id, day, words, found, asked, opened)
            select min(id::text)::uuid, day, words, (array_agg(found order by id desc))[1], sum(asked), sum(opened) from gone group by day, words
            """,
            cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            with gone as (
              delete from search.asked_places a using (
                select day, area, choice from search.asked_places where day < {today} group by day, area, choice having count(*) > 1) many
              where a.day = many.day and a.area = many.area and a.choice = many.choice returning a.*)
            insert into search.asked_places (id, day, area, choice, asked, nothing, far)
            select min(id::text)::uuid, day, area, choice, sum(asked), sum(nothing), sum(far) from gone group by day, area, choice
            """,
            cancellationToken);

        var oldest = today.AddMonths(-MonthsKept);
        var oldestWish = today.AddMonths(-MonthsOfWishes);
        await context.AskedWords.Where(asked => asked.Day < oldest).ExecuteDeleteAsync(cancellationToken);
        await context.AskedPlaces.Where(asked => asked.Day < oldest).ExecuteDeleteAsync(cancellationToken);
        await context.Wishes.Where(wish => wish.Day < oldestWish).ExecuteDeleteAsync(cancellationToken);
        await context.Packs.Where(pack => pack.LastDay < today).ExecuteDeleteAsync(cancellationToken);
    }
}
