using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Flow;

/// <summary>Role by state by action, against a table that people wrote and that knows nothing of the code.</summary>
[Collection(ContentApp.Name)]
[Proves("content")]
public sealed class TransitionTableTests(App app)
{
    private const string Writers = "Author, Editor, Publisher, Emergency publisher, Local Offer officer";
    private const string Publishers = "Publisher, Local Offer officer";

    /// <summary>Action: states of the draft; standings; lifecycles; roles. A state that is not named refuses.</summary>
    private static readonly IReadOnlyDictionary<FlowAction, (string Draft, string Standing, string Lifecycle, string Roles)> Table =
        new Dictionary<FlowAction, (string, string, string, string)>
        {
            [FlowAction.SaveDraft] = ("None, Open, Failed", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Writers),
            [FlowAction.DiscardDraft] = ("Open, Failed", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Writers),
            [FlowAction.Submit] = ("Open, Failed", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Writers),
            [FlowAction.TakeBack] = ("Submitted", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Writers),
            [FlowAction.Return] = ("Submitted", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", "Editor, " + Publishers),
            [FlowAction.Approve] = ("Submitted", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Publishers),
            [FlowAction.Schedule] = ("Submitted, Failed", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Publishers),
            [FlowAction.Unschedule] = ("Scheduled, Failed", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", Publishers),
            [FlowAction.PublishNow] = ("Open, Submitted, Scheduled, Failed", "NotYet, Live, LiveUnchecked", "Kept, TakenDown", "Emergency publisher"),
            [FlowAction.ConfirmCheck] = ("None, Open, Submitted, Scheduled, Failed", "LiveUnchecked", "Kept, TakenDown", Publishers),
            [FlowAction.TakeDown] = ("None, Open, Submitted, Scheduled, Failed", "Live, LiveUnchecked", "Kept", Publishers),
            [FlowAction.KeepUp] = ("None, Open, Submitted, Scheduled, Failed", "NotYet, Live, LiveUnchecked", "Kept", Publishers),
            [FlowAction.PlanTakeDown] = ("None, Open, Submitted, Scheduled, Failed", "Live, LiveUnchecked", "Kept", Publishers),
            [FlowAction.Bin] = ("None, Open, Submitted, Scheduled, Failed", "NotYet", "Kept, TakenDown", Publishers),
            [FlowAction.Restore] = ("None, Open, Submitted, Scheduled, Failed", "NotYet, Live, LiveUnchecked", "Binned", Publishers),
        };

    [Fact]
    public void Table_NamesEveryAction() => Table.Keys.ShouldBe(Enum.GetValues<FlowAction>(), ignoreOrder: true);

    [Fact]
    public void Allows_EveryActionInEveryState_IsAsTheTableSays()
    {
        var differences =
            from state in FlowStates.All
            from action in Enum.GetValues<FlowAction>()
            where LocalOffer.Content.Domain.Flow.Allows(action, state) != Allowed(action, state)
            select $"{action} in {state}";

        differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_EveryActionInEveryState_EndsAsTheTableSays()
    {
        var states = await FlowStates.MakeAsync(app);
        List<string> differences = [];
        foreach (var state in FlowStates.All)
        {
            foreach (var action in Enum.GetValues<FlowAction>())
            {
                var ended = await states.TryAsync(state, action, FlowStates.Other, FirstRole(action));
                if (ended != (Allowed(action, state) ? OutcomeKind.Ok : OutcomeKind.Conflict))
                {
                    differences.Add($"{action} in {state} ended {ended}");
                }
            }
        }

        differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_EveryActionAsEveryRole_EndsAsTheTableSays()
    {
        var states = await FlowStates.MakeAsync(app);
        List<string> differences = [];
        foreach (var action in Enum.GetValues<FlowAction>())
        {
            var state = FlowStates.All.First(state => Allowed(action, state));
            foreach (var role in Roles.OfStaff)
            {
                var ended = await states.TryAsync(state, action, FlowStates.Other, role);
                if (ended != (Parts(Table[action].Roles).Contains(role) ? OutcomeKind.Ok : OutcomeKind.Forbidden))
                {
                    differences.Add($"{role}: {action} in {state} ended {ended}");
                }
            }
        }

        differences.ShouldBeEmpty();
    }

    /// <summary>The whole product, which the two above take apart: who may is asked before what state it is in.</summary>
    [Fact]
    [Long]
    public async Task Send_EveryActionInEveryStateAsEveryRole_EndsAsTheTableSays()
    {
        var states = await FlowStates.MakeAsync(app);
        List<string> differences = [];
        var roles = Roles.OfStaff.Take(LongAttribute.Size(5, Roles.OfStaff.Count)).ToList();
        foreach (var state in FlowStates.All)
        {
            foreach (var action in Enum.GetValues<FlowAction>())
            {
                foreach (var role in roles)
                {
                    var expected = !Parts(Table[action].Roles).Contains(role) ? OutcomeKind.Forbidden : Allowed(action, state) ? OutcomeKind.Ok : OutcomeKind.Conflict;
                    if (await states.TryAsync(state, action, FlowStates.Other, role) is var ended && ended != expected)
                    {
                        differences.Add($"{role}: {action} in {state} ended {ended}");
                    }
                }
            }
        }

        differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FlowAction.Approve)]
    [InlineData(FlowAction.Schedule)]
    [InlineData(FlowAction.ConfirmCheck)]
    public async Task Send_ByWhoeverWroteIt_NeedsASecondPairOfEyes(object action)
    {
        var states = await FlowStates.MakeAsync(app);
        var state = FlowStates.All.First(state => Allowed((FlowAction)action, state));

        (await states.TryAsync(state, (FlowAction)action, FlowStates.Author, Roles.Publisher)).ShouldBe(OutcomeKind.Invalid);
        (await states.TryAsync(state, (FlowAction)action, FlowStates.Other, Roles.Publisher)).ShouldBe(OutcomeKind.Ok);
    }

    private static bool Allowed(FlowAction action, FlowState state)
    {
        var (draft, standing, lifecycle, _) = Table[action];
        var named = Parts(draft).Contains(state.Draft.ToString()) && Parts(standing).Contains(state.Standing.ToString()) && Parts(lifecycle).Contains(state.Lifecycle.ToString());

        // What was live and was taken down may go in the bin whatever it stood as.
        // What has a time to go live may have a time to be taken down with it.
        var goesLive = action == FlowAction.PlanTakeDown && state is { Draft: DraftState.Scheduled, Standing: Standing.NotYet, Lifecycle: Lifecycle.Kept };
        return named || goesLive || (action == FlowAction.Bin && state.Lifecycle == Lifecycle.TakenDown);
    }

    private static string FirstRole(FlowAction action) => Parts(Table[action].Roles)[0];

    private static string[] Parts(string text) => text.Split(", ");
}
