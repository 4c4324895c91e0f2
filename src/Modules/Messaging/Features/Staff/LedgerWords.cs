using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Messaging.Features.Staff;

/// <summary>The ledger's short words, in sentences for staff.</summary>
internal static class LedgerWords
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["restricted"] = "Restricted: ask the duty and safety lead",
        ["hidden_contact"] = "Restricted: the number is hidden, and the duty and safety lead makes this call",
        ["no_parental_responsibility"] = "No parental responsibility today",
        ["relationship_ended"] = "The relationship has ended",
        ["died"] = "Somebody has died",
        ["contact_point_unusable"] = "The address or number is not checked, or came back",
        ["being_checked"] = "Somebody must check whether two records are one person",
        ["no_contact_point"] = "There is no address or number for this channel",
        ["no_relationship"] = "Nothing ties this person to the child",
        ["unknown"] = "Nobody of that record is known",
        ["may_not_see_record"] = "They may not see the record that it is about",
        ["taken_back"] = "What it says was taken back before it left. Nobody need send it",
        ["gate_unavailable"] = "The safety check did not answer. It is asked again by itself",
        ["no_rule"] = "The part of the site that must agree is not there",
        ["no_approved_words"] = "There are no approved words for this channel",
        ["language_missing"] = "There are no approved words in this person’s language",
        ["quiet_hours"] = "Waits for the morning",
        ["closed_day"] = "Waits for a day on which we write",
        ["weekly_cap"] = "Three messages this week already",
        ["decision_day"] = "A decision: waits until somebody can answer questions",
        ["nobody_knows_if_it_left"] = "Nobody knows whether it left. Find out before you send it again",
        ["cannot_make_words"] = "Its words could not be made",
        ["host_stopped"] = "The program stopped while it was being sent. The provider is asked",
        ["no_answer"] = "The provider did not answer",
        ["had_not_left"] = "It had not left. It is tried again",
        ["not_an_address"] = "This is not an address that can be written to",
        ["permanent_failure"] = "The address or number does not work",
        ["temporary_failure"] = "It could not be delivered: the phone was off, or the mailbox full",
        ["wrong_number"] = "Somebody else answered",
        ["no_answer_twice"] = "Nobody answered, twice",
        [FollowKeptPerson.Twin] = "Two records were put together: this person gets it once",
        ["format_not_made"] = "It could not be made in the format that this person needs",
        ["not_needed_any_more"] = "There are words in the right format now, and it goes its way",
        ["erased"] = "What we held about this person was erased",
        ["made_already"] = "Somebody has written down what came of it",
        ["no_receipt"] = "The provider never said that it arrived",
        ["not_returned"] = "It did not come back, so it has arrived as far as anybody can tell",
        ["too_late"] = "Too late to be of use",
    };

    public static string Why(string? reason) => reason is null
        ? ""
        : string.Join(". ", reason.Split(", ").Select(part => Reasons.TryGetValue(part, out var words)
            ? words
            : Prefixed(part)));

    private static string Prefixed(string reason) => (reason.Split('_')[0], reason) switch
    {
        (_, var text) when text.StartsWith("format_missing_", StringComparison.Ordinal) =>
            "This person needs another format, and there are no words in it: " + text["format_missing_".Length..].Replace('_', ' '),
        ("busy", _) => "The provider had no room. It is tried again",
        ("broken", _) => "The provider broke off, and may have it. It is asked before anything is sent again",
        ("refused", _) => "The provider refused how we asked. Somebody has to look at how it is set up",
        ("smtp", var text) => $"The mail server answered {text["smtp_".Length..]}",
        (_, var text) => text.Replace('_', ' '),
    };

    /// <summary>Who takes messages from us, or makes them.</summary>
    public static string By(string provider) => provider switch
    {
        "notify" => "GOV.UK Notify",
        "smtp" => "The mail server",
        WaysOut.Sink => "The sink",
        WaysOut.Print => "Our printer",
        WaysOut.People => "A colleague",
        _ => provider,
    };

    /// <summary>What came of one try: goes on after who was asked.</summary>
    public static string Try(string outcome) => outcome switch
    {
        "accepted" => "took it",
        "not_an_address" => "said that this is no address",
        "no_answer" or "not_understood" => "did not answer",
        "no_connection" => "could not be reached",
        "not_trusted" => "could not prove who it is",
        "asked_found" => "was asked, and has it",
        "asked_not_there" => "was asked, and has not got it",
        "asked_no_answer" => "was asked, and did not answer",
        "asked_cannot_be_asked" => "cannot be asked what it has",
        _ => outcome.Split('_') switch
        {
            ["busy", ..] => "had no room just then",
            ["broken", ..] => "broke off, and may have it",
            ["refused", ..] => "refused how we asked",
            ["smtp", var code] => $"answered {code}",
            _ => outcome.Replace('_', ' '),
        },
    };

    /// <summary>The format that is to be made, by the reason in the ledger.</summary>
    public static string Needed(string? reason) =>
        Enum.GetValues<MessageFormat>().Where(MadeFormat.IsMade).FirstOrDefault(format => Words.Missing(format) == reason) is var format && MadeFormat.IsMade(format)
            ? FormatWords.Name(format)
            : Why(reason);

    /// <summary>"Polish", by its two letters.</summary>
    public static string Language(string code) => System.Globalization.CultureInfo.GetCultureInfo(code).EnglishName;

    public static string Channel(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "E-mail",
        MessageChannel.Sms => "Text message",
        MessageChannel.Letter => "Letter",
        MessageChannel.Phone => "Call",
        _ => "Face to face",
    };

    public static string Exempt(Exemption exemption) => exemption switch
    {
        Exemption.AskedNow => "The person asked for it just then",
        Exemption.Safety => "Safety",
        Exemption.Statutory => "The law sets the date",
        _ => "To somebody at work",
    };

    public static string StateClass(MessageState state) => state switch
    {
        MessageState.Delivered or MessageState.Posted or MessageState.Made or MessageState.Sunk or MessageState.Bundled => "state--done",
        MessageState.Failed or MessageState.Stuck or MessageState.Returned or MessageState.NotMade or MessageState.Expired => "state--late",
        MessageState.Held or MessageState.Unsure => "state--soon",
        _ => "state--wait",
    };

    public static string Reference(Guid id) => "M-" + id.ToString("n")[^8..].ToUpperInvariant();

    /// <summary>"14:05:31" in London.</summary>
    public static string AsAt(DateTimeOffset instant) => UkTime.TimeIn(instant).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    public static string Topic(NewsTopic topic) => topic switch
    {
        NewsTopic.ThingsToDo => "things to do",
        NewsTopic.EhcPlans => "EHC plans",
        NewsTopic.ShortBreaks => "short breaks",
        _ => "having your say",
    };
}
