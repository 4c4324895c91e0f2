using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Features.Join.AnswerJoinStep;

/// <summary>The question that each page asks.</summary>
internal static class StepWords
{
    public static string Title(string step, JoinAnswers answers) => (step, answers.IsForSelf == true) switch
    {
        (JoinStep.Who, _) => "Who is this form about?",
        (JoinStep.Child, true) => "Who are you?",
        (JoinStep.Child, _) => "Who is the child or young person?",
        (JoinStep.Home, true) => "Where do you live?",
        (JoinStep.Home, _) => "Where does the child live?",
        (JoinStep.You, _) => "Who are you?",
        (JoinStep.Contact, _) => "How can we reach you?",
        (JoinStep.Day, true) => "What is hard for you?",
        (JoinStep.Day, _) => "What is hard for the child?",
        (JoinStep.School, _) => "School and help",
        (JoinStep.Choices, _) => "Your choices",
        _ => "Check and send",
    };
}
