namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Modes and states as staff read them.</summary>
internal static class TouchpointWords
{
    public static string Of(TouchpointMode mode) => mode switch
    {
        TouchpointMode.Automatic => "By itself",
        TouchpointMode.Prepared => "An officer releases it",
        _ => "An officer does it",
    };

    public static string Of(TouchpointState state) => state switch
    {
        TouchpointState.Planned => "Planned",
        TouchpointState.Waiting => "Waits for an officer",
        TouchpointState.Asked => "On its way",
        TouchpointState.Made => "Told",
        TouchpointState.NotMade => "Did not arrive",
        _ => "Not needed any more",
    };
}
