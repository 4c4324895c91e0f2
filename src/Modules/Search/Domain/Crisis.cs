using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>Words that must bring the crisis numbers to the top of the page, before any result. Checked here and never kept.</summary>
internal static class Crisis
{
    private static readonly string[] Words =
    [
        " suicide ", " suicidal ", " want to die ", " wants to die ", " kill myself ", " kill himself ", " kill herself ", " kill themselves ", " killing ",
        " self harm ", " self harming ", " selfharm ", " cutting herself ", " cutting himself ", " cutting myself ", " hurting myself ", " hurt myself ",
        " overdose ", " end my life ", " end it all ", " being abused ", " abuse ", " hits me ", " hurting me ", " not safe ", " unsafe at home ",
        " hits my ", " attacks me ", " rape ", " raped ", " touched me ", " touches me ", " grooming ", " groomed ", " domestic violence ", " domestic abuse ",
        " cutting ", " sucide ", " sucidal ", " suiside ", " kms ", " dont want to be here ", " dont want to live ", " no point living ", " emergency ",
        " in danger ", " scared ", " frightened ", " missing child ", " run away ", " ran away ",
    ];

    public static bool IsMentionedIn(string typed)
    {
        var text = $" {SearchText.Normalise(typed.Length > SearchText.MaximumQueryLength ? typed[..SearchText.MaximumQueryLength] : typed)} ";
        return Words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
