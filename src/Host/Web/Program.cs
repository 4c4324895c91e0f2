using Medway.LocalOffer.Web;

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
