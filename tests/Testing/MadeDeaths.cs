using Medway.LocalOffer.People.Features.Staff.RecordDeath;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Testing;

/// <summary>Records a death and takes it back, as staff do, and lets every module hear of it.</summary>
public static class MadeDeaths
{
    private const string How = "A test asked for it";

    public static async Task DieAsync(this App app, Guid personId)
    {
        await app.DoAsync(new RecordDeath(personId, app.Clock.Today(), How));
        await app.HearAsync();
    }

    public static async Task LiveAfterAllAsync(this App app, Guid personId)
    {
        await app.DoAsync(new WithdrawDeath(personId, How));
        await app.HearAsync();
    }
}
