using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Messaging.Tests.Sending;

/// <summary>Two records turn out to be one person, and not to be: what has not left follows, and leaves once.</summary>
[Proves("messaging")]
public sealed class MergeTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly OwnApp app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Merge_OpenMessagesFollowTheKeptPerson_AndAfterTheUndoTheyAreTheirsAgain()
    {
        var (one, kept) = (await app.FamilyAsync(), await app.FamilyAsync());
        var tomorrow = Given.Wednesday.AddDays(1);
        await app.RequestAsync(ToPerson(one.ParentId, "waits", one.ChildId) with { NotBefore = tomorrow });
        await app.RequestAsync(ToPerson(one.ParentId, "gone", one.ChildId));
        await app.DispatchAsync();
        (await app.OnlyAsync("gone")).State.ShouldBe(MessageState.Sunk);
        await app.RequestAsync(ToPerson(one.ParentId, "not planned yet", one.ChildId) with { NotBefore = tomorrow });

        await app.MergeAsync(one.ParentId, kept.ParentId);
        foreach (var occurrence in new[] { "waits", "not planned yet" })
        {
            (await app.OnlyAsync(occurrence)).ShouldSatisfyAllConditions(
                m => m.PersonId.ShouldBe(kept.ParentId), m => m.RecipientKey.ShouldBe($"person:{kept.ParentId}"), m => m.AskedForId.ShouldBe(one.ParentId), m => m.State.ShouldBe(MessageState.Waiting));
        }

        // A message of this week counts for the one person's three.
        (await app.OnlyAsync("gone")).PersonId.ShouldBe(kept.ParentId);

        await app.UndoMergeAsync(one.ParentId);
        foreach (var occurrence in new[] { "waits", "not planned yet", "gone" })
        {
            (await app.OnlyAsync(occurrence)).ShouldSatisfyAllConditions(
                m => m.PersonId.ShouldBe(one.ParentId), m => m.RecipientKey.ShouldBe($"person:{one.ParentId}"), m => m.AskedForId.ShouldBeNull());
        }

        app.Clock.StandAt(tomorrow);
        await app.DispatchAsync();
        (await app.OnlyAsync("waits")).State.ShouldBe(MessageState.Sunk);
    }

    [Fact]
    public async Task Merge_WhatBothRecordsWereToBeTold_LeavesOnce_AndAfterTheUndoTheOtherIsToldToo()
    {
        var (one, kept) = (await app.FamilyAsync(), await app.FamilyAsync());
        var tomorrow = Given.Wednesday.AddDays(1);
        foreach (var family in new[] { one, kept })
        {
            await app.RequestAsync(ToPerson(family.ParentId, "same news", family.ChildId) with { NotBefore = tomorrow });
        }

        await app.MergeAsync(one.ParentId, kept.ParentId);

        // Asked for once more under either record, it is still the same news.
        await app.RequestAsync(ToPerson(one.ParentId, "same news", one.ChildId));
        await app.RequestAsync(ToPerson(kept.ParentId, "same news", kept.ChildId));
        app.Clock.StandAt(tomorrow);
        await app.DispatchAsync();
        var all = await app.MessagesAsync("same news");
        all.Select(m => m.State).ShouldBe([MessageState.Cancelled, MessageState.Sunk], ignoreOrder: true);
        all.Single(m => m.State == MessageState.Cancelled).Reason.ShouldBe(FollowKeptPerson.Twin);

        await app.UndoMergeAsync(one.ParentId);
        await app.DispatchAsync();
        all = await app.MessagesAsync("same news");
        all.ShouldAllBe(m => m.State == MessageState.Sunk);
        all.Select(m => m.PersonId!.Value).ShouldBe([one.ParentId, kept.ParentId], ignoreOrder: true);
    }

    [Fact]
    public async Task Merge_OfAStoppedRecord_StopsTheKeptOne_AndTheUndoStartsNothing()
    {
        var (one, kept) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.AskAsync(context =>
        {
            context.Stops.Add(new Stop { Id = Guid.CreateVersion7(), Kind = StopKind.Person, PersonId = one.ParentId, Reason = "Test", At = app.Clock.GetUtcNow() });
            return context.SaveChangesAsync(Given.Now);
        });
        await app.RequestAsync(ToPerson(kept.ParentId, "before the merge", kept.ChildId));
        await app.DispatchAsync();
        (await app.OnlyAsync("before the merge")).State.ShouldBe(MessageState.Sunk, "the control");

        await app.MergeAsync(one.ParentId, kept.ParentId);
        await app.RequestAsync(ToPerson(kept.ParentId, "after the merge", kept.ChildId));
        await app.DispatchAsync();
        (await app.OnlyAsync("after the merge")).State.ShouldBe(MessageState.Waiting);

        await app.UndoMergeAsync(one.ParentId);
        await app.DispatchAsync();
        (await app.OnlyAsync("after the merge")).State.ShouldBe(MessageState.Waiting, "somebody has to let it go");
    }

    private static MessageRequest ToPerson(Guid person, string occurrence, Guid about) =>
        Given.ToPerson(person, "messaging.get-in-touch", occurrence, about, MessageChannel.Email);
}
