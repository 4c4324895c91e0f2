using MediatR;
using Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.InviteFamily;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Accounts.CommandLine;

/// <summary><c>invite FAMILY-KEY</c>: the link of a made-up person, which no page shows. In development only.</summary>
internal sealed class InviteVerb(
    IMediator mediator, IContactPoints points, SeedFiles files, IHostEnvironment environment, IConfiguration configuration) : ICommandLineVerb
{
    public string Verb => "invite";

    public string Usage => "invite KEY                          the link of a demo person, as family-01-parent-1 (development only)";

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (words is not [var key])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        if (!environment.IsDevelopment())
        {
            await errors.WriteLineAsync("Links of families are printed in development only.");
            return 1;
        }

        if (PersonOf(key) is not { } person || (await points.OfPersonAsync(person, cancellationToken)) is not [var point, ..])
        {
            await errors.WriteLineAsync("There is no demo person of that key with a contact point. The keys are in seeds/demo/people.csv.");
            return 1;
        }

        var role = key.EndsWith("-child", StringComparison.Ordinal) ? Roles.YoungPerson : Roles.FamilyParty;
        var outcome = await mediator.Send(new InviteFamily(person, point.Id, role, "Invited on the command line"), cancellationToken);
        if (!outcome.IsOk)
        {
            await errors.WriteLineAsync(outcome.Errors is [var first, ..] ? first.Message : "Nobody of that key can be invited.");
            return 1;
        }

        var site = configuration["Site:Address"] ?? $"http://localhost:{configuration["PORT"] ?? "5080"}";
        await output.WriteLineAsync($"Open this link within 7 days. Codes go to {point.Masked}: read them at /staff/messaging/sink.\n{site}{outcome.Value.Path}");
        return 0;
    }

    private Guid? PersonOf(string key) => files.Rows(SeedSet.Demo, "people.csv", "key", "id")
        .Where(row => row["key"] == key).Select(row => (Guid?)Guid.Parse(row["id"])).FirstOrDefault();
}
