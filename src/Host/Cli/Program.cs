using Medway.LocalOffer.Cli;
using Medway.LocalOffer.Platform.Postgres;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Web;

if (args is [] or ["help" or "--help" or "-h"])
{
    Console.WriteLine(Commands.Usage);
    return 0;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.SetMinimumLevel(LogLevel.Warning);

// The command line does one thing and ends: the site runs jobs and listens for notices.
builder.Configuration["Jobs:Enabled"] = "false";
builder.Configuration["Notices:Enabled"] = "false";
try
{
    await using var database = await builder.UseDatabaseAsync();
    builder.AddLocalOffer();
    await using var app = builder.Build();
    return await new Commands(app.Services, Console.Out, Console.Error).RunAsync(args, database.PrepareAtStart);
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
