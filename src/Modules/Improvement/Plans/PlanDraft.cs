using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Improvement.Plans;

/// <summary>What a file says of a plan; rows are made only when it has no problem.</summary>
internal sealed record PlanDraft(
    ImprovementPlan? Plan, IReadOnlyList<ImprovementArea> Areas, IReadOnlyList<ImprovementAction> Actions, IReadOnlyList<ImprovementPart> Parts, int Rows, IReadOnlyList<ImportProblem> Problems)
{
    public int Count => Areas.Count + Actions.Count + Parts.Count + (Plan is null ? 0 : 1);

    public static PlanDraft Refused(int rows, IEnumerable<ImportProblem> problems) => new(null, [], [], [], rows, [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column, StringComparer.Ordinal)]);
}

/// <summary>What other plans have taken already.</summary>
/// <param name="References">Of actions and parts: each is in one plan only, so that a pack or a number can name it alone.</param>
/// <param name="NextPosition">For what comes after them.</param>
internal sealed record TakenByPlans(IReadOnlySet<string> Slugs, IReadOnlySet<string> References, int NextPosition);
