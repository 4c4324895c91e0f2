using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Accounts.CommandLine;

/// <summary><c>code EMAIL</c>: what an authenticator app would show. In development only.</summary>
internal sealed class CodeVerb(AccountsDbContext context, SecondFactors factors, IHostEnvironment environment) : ICommandLineVerb
{
    public string Verb => "code";

    public string Usage => "code EMAIL                          the current code of an account's authenticator app (development only)";

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (words is not [var email])
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        if (!environment.IsDevelopment())
        {
            await errors.WriteLineAsync("Codes are printed in development only.");
            return 1;
        }

        var normal = SignInSteps.Normal(email);
        if (await context.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal && a.AuthenticatorKey != null, cancellationToken) is not { } account)
        {
            await errors.WriteLineAsync("No account with an authenticator app has that address.");
            return 1;
        }

        await output.WriteLineAsync(factors.CurrentCode(account));
        return 0;
    }
}
