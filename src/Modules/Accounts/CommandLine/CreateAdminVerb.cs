using MediatR;
using Medway.LocalOffer.Accounts.Features.CreateAdministrator;
using Medway.LocalOffer.Platform.CommandLine;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Accounts.CommandLine;

/// <summary><c>create-admin EMAIL [--another]</c></summary>
internal sealed class CreateAdminVerb(IMediator mediator, IConfiguration configuration) : ICommandLineVerb
{
    public string Verb => "create-admin";

    public string Usage => "create-admin EMAIL [--another]      a one-time link for the first Platform administrator";

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (words is not ([_] or [_, "--another"]))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        var outcome = await mediator.Send(new CreateAdministrator(words[0], words.Count == 2), cancellationToken);
        if (!outcome.IsOk)
        {
            await errors.WriteLineAsync(outcome.Errors[0].Message);
            return 1;
        }

        var site = configuration["Site:Address"] ?? $"http://localhost:{configuration["PORT"] ?? "5080"}";
        await output.WriteLineAsync($"Open this link within 7 days. It works once, and cannot be shown again:\n{site}{outcome.Value}");
        return 0;
    }
}
