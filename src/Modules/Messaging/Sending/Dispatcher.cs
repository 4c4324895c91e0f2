namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Sends what is due. Any number of hosts may: each message is claimed by one.</summary>
internal sealed class Dispatcher(Planner planner, Sender sender)
{
    /// <returns>How many requests and messages it touched; 0 when nothing is due.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (all, turn) = (0, 0);
        do
        {
            turn = await planner.PlanAsync(cancellationToken) + await sender.SendAsync(cancellationToken);
            all += turn;
        }
        while (turn > 0);

        return all;
    }
}
