using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging;

/// <summary>Configuration section <c>Messaging</c>. What is not set goes into the sink.</summary>
internal sealed class MessagingOptions
{
    /// <summary><c>sink</c>, <c>notify</c> or <c>smtp</c>.</summary>
    public string Email { get; init; } = "sink";

    /// <summary><c>sink</c> or <c>notify</c>.</summary>
    public string Sms { get; init; } = "sink";

    /// <summary>
    /// <c>print</c> (a batch a day, posted by people), <c>notify</c> or <c>sink</c>. What Notify cannot or must not have is printed all the same: hidden
    /// addresses, large print, and what was made in another format.
    /// </summary>
    public string Letter { get; init; } = "print";

    public NotifyOptions Notify { get; init; } = new();

    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Messages leave for real families.</summary>
    private bool IsConnected => Email != "sink" || Sms != "sink" || Letter == "notify";

    /// <summary>Address of the site in links, without a slash at the end.</summary>
    public string Site { get; private set; } = "";

    /// <exception cref="InvalidOperationException">A way out is named that there is not, or lacks what it needs: better when the host starts than when a message is due.</exception>
    public static MessagingOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Messaging").Get<MessagingOptions>() ?? new MessagingOptions();
        options.Site = (configuration["Site:Address"] ?? $"http://localhost:{configuration["PORT"] ?? "5080"}").TrimEnd('/');
        Refuse(options.Email is not ("sink" or "notify" or "smtp"), "Messaging:Email is sink, notify or smtp");
        Refuse(options.Sms is not ("sink" or "notify"), "Messaging:Sms is sink or notify");
        Refuse(options.Letter is not ("sink" or "print" or "notify"), "Messaging:Letter is print, notify or sink");
        Refuse(options is { Email: "notify" } or { Sms: "notify" } or { Letter: "notify" } && options.Notify.ApiKey.Length < 73, "Messaging:Notify:ApiKey is missing or too short");
        Refuse(options.Letter == "notify" && options.Notify.LetterTemplateId.Length == 0, "Messaging:Notify:LetterTemplateId is missing");
        Refuse(
            options.IsConnected && string.Equals(configuration[HostDefaults.EnvironmentKey], Environments.Production, StringComparison.OrdinalIgnoreCase)
                && !options.Site.StartsWith("https://", StringComparison.Ordinal),
            "Site:Address is missing, or is no address that begins with https://: every link in a message would lead nowhere");
        Refuse(options.Email == "smtp" && (options.Smtp.Host.Length == 0 || options.Smtp.From.Length == 0), "Messaging:Smtp needs Host and From");
        return options;
    }

    private static void Refuse(bool bad, string message)
    {
        if (bad)
        {
            throw new InvalidOperationException(message + ".");
        }
    }
}

internal sealed class NotifyOptions
{
    public Uri BaseAddress { get; init; } = new("https://api.notifications.service.gov.uk/");

    /// <summary>Name, service id and secret, as Notify hands it out.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>A template of <c>((subject))</c> and <c>((body))</c>: our words are approved here.</summary>
    public string EmailTemplateId { get; init; } = "";

    /// <summary>A template of <c>((body))</c>.</summary>
    public string SmsTemplateId { get; init; } = "";

    /// <summary>A template of a letter: <c>((subject))</c> as its heading and <c>((body))</c>; Notify puts the address where it belongs.</summary>
    public string LetterTemplateId { get; init; } = "";

    /// <summary>What Notify's callbacks carry as bearer token. Empty: none is taken.</summary>
    public string CallbackToken { get; init; } = "";

    public double TimeoutSeconds { get; init; } = 10;
}

internal sealed class SmtpOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>Empty: signs in as nobody.</summary>
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    public string From { get; init; } = "";

    public int TimeoutSeconds { get; init; } = 20;
}
