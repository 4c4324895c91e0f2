using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Feedback.Tests.Support;

/// <summary>Themes of comments, as staff write them in the forms.</summary>
internal static class Themes
{
    public static async Task<string> StartAsync(HttpClient officer, string said) =>
        (await (await officer.PageAsync("/staff/feedback/themes")).SubmitAsync(officer, "main form", ("Said", said))).Response.Headers.Location!.OriginalString;

    public static Task<Page> WriteAsync(Page form, HttpClient officer, string handler, IReadOnlyList<Guid> comments) => Submit(
        form, officer, handler,
        [
            ("EasySaid", "We want swings."), ("Status", nameof(YouSaidStatus.Did)), ("Reply", "We put up swings."), ("EasyReply", "There are swings now."),
            ("BeforePath", "/things-to-do"), ("AfterPath", "/short-breaks"), .. comments.Select(comment => ("Comments", (string?)comment.ToString("D"))),
        ]);

    public static Task<Page> Submit(Page form, HttpClient officer, string handler, params IReadOnlyList<(string, string?)> fields)
    {
        form.One("main form").SetAttribute("action", $"{form.Response.RequestMessage!.RequestUri!.AbsolutePath}{(handler.Length == 0 ? "" : "?handler=" + handler)}");
        return form.SubmitAsync(officer, "main form", fields);
    }
}
