namespace Medway.LocalOffer.Register.Domain;

/// <summary>The pages of the form, one thing each. With the first page and the last they are eleven.</summary>
internal static class JoinStep
{
    public const string Who = "who";
    public const string Child = "child";
    public const string Home = "home";
    public const string You = "you";
    public const string Contact = "contact";
    public const string Day = "day";
    public const string School = "school";
    public const string Choices = "choices";
    public const string Check = "check";

    public static readonly IReadOnlyList<string> All = [Who, Child, Home, You, Contact, Day, School, Choices, Check];

    /// <summary>Of this family: a young person who applies alone is not asked who they are twice.</summary>
    public static IReadOnlyList<string> Of(JoinAnswers answers) => answers.IsForSelf == true ? [.. All.Where(step => step != You)] : All;

    /// <summary>Also after a page that is not asked of this family: who fills the form in may have been changed in another tab.</summary>
    public static string After(string step, JoinAnswers answers) =>
        All.SkipWhile(one => one != step).Skip(1).FirstOrDefault(Of(answers).Contains) ?? Check;

    /// <summary>The one before; null before the first.</summary>
    public static string? Before(string step, JoinAnswers answers) => All.TakeWhile(one => one != step).LastOrDefault(Of(answers).Contains);
}
