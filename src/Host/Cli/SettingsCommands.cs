using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Cli;

/// <summary>Settings, until the staff page shows them.</summary>
internal sealed class SettingsCommands(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public int List()
    {
        using var scope = Scope();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        foreach (var setting in services.GetRequiredService<SettingsRegistry>().All)
        {
            output.WriteLine($"{setting.Name}\t{settings.GetJson(setting)}\t{setting.Description}");
        }

        return 0;
    }

    public int ToConfirm()
    {
        using var scope = Scope();
        foreach (var setting in scope.ServiceProvider.GetRequiredService<Settings>().ToConfirm())
        {
            output.WriteLine($"{setting.Name}\t{setting.Description}");
        }

        return 0;
    }

    public async Task<int> SetAsync(string name, string value)
    {
        if (services.GetRequiredService<SettingsRegistry>().All.FirstOrDefault(setting => setting.Name == name) is not { } setting)
        {
            await errors.WriteLineAsync($"There is no setting '{name}'. 'settings' lists them.");
            return 2;
        }

        using var scope = Scope();
        var outcome = await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetTypedAsync(setting, value, "Set on the command line");
        if (!outcome.IsOk)
        {
            await errors.WriteLineAsync(outcome.Errors[0].Message);
            return 1;
        }

        await output.WriteLineAsync($"{name} is set.");
        return 0;
    }

    private AsyncServiceScope Scope() => services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, Environment.UserName);
}
