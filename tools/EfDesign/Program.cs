// Builds the host's services from the literal list of modules, so that dotnet-ef finds every context although all are internal.
using Medway.LocalOffer.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["ConnectionStrings:LocalOffer"] = "Host=/nowhere;Database=design;Username=owner",
});
builder.AddLocalOffer();
builder.Build();
