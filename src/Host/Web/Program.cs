using Medway.LocalOffer.Platform.Postgres;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Web;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.ListenOnLoopback();
    await using var database = await builder.UseDatabaseAsync();
    builder.AddLocalOffer();

    await using var app = builder.Build();
    app.UseLocalOffer();
    if (database.PrepareAtStart)
    {
        await app.Services.PrepareDatabaseAsync(app.Environment.IsDevelopment());
    }

    await app.StartAsync();
    app.SayWhereItListens();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (LocalPostgresException refusal)
{
    return await RefuseAsync(refusal);
}
catch (ProtectionException refusal)
{
    return await RefuseAsync(refusal);
}

// Whoever starts it can put it right: they need the message, not where in the code it was written.
static async Task<int> RefuseAsync(Exception refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
