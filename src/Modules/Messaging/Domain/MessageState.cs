namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>Where a message stands. The order of the names says nothing; <see cref="MessageStates"/> says what may follow what.</summary>
internal enum MessageState
{
    /// <summary>Due now or later, and nobody has begun.</summary>
    Waiting,

    /// <summary>The gate said no, or did not answer.</summary>
    Held,

    /// <summary>A provider is being asked to take it. Whoever finds it here after its lease does not know whether it left.</summary>
    Sending,

    /// <summary>The provider did not answer: it is asked what it knows before anything is sent again.</summary>
    Unsure,

    /// <summary>The provider has it.</summary>
    Sent,

    /// <summary>A letter that goes into the next batch.</summary>
    ToPrint,

    /// <summary>A letter in a batch that has not been posted yet.</summary>
    InBatch,

    /// <summary>A call or a meeting that somebody has to make.</summary>
    ToDo,

    /// <summary>Somebody has to make it in Braille, as a recording or in British Sign Language before it can leave.</summary>
    ToMake,

    /// <summary>Tried too often, or broken: somebody has to look.</summary>
    Stuck,

    // From here on it is over.
    Delivered,

    /// <summary>Handed to the post.</summary>
    Posted,

    /// <summary>The right person was spoken to.</summary>
    Made,

    /// <summary>Called or visited, and the right person was not there.</summary>
    NotMade,

    /// <summary>The provider could not deliver it.</summary>
    Failed,

    /// <summary>A letter came back.</summary>
    Returned,

    /// <summary>Too late to be of use.</summary>
    Expired,

    /// <summary>Somebody decided that it does not leave.</summary>
    Cancelled,

    /// <summary>Its words stand in another message of the same day.</summary>
    Bundled,

    /// <summary>No way out is set up: it went into the sink.</summary>
    Sunk,
}

/// <summary>Which state may follow which: receipts come late, twice and in the wrong order, and never move a message back.</summary>
internal static class MessageStates
{
    /// <summary>In our own hands, and not yet in anybody else's.</summary>
    public static readonly IReadOnlyList<MessageState> Ours = [MessageState.Waiting, MessageState.Held, MessageState.Sending, MessageState.Unsure];

    /// <summary>It can still be taken back.</summary>
    public static readonly MessageState[] NotLeft =
        [MessageState.Waiting, MessageState.Held, MessageState.Stuck, MessageState.ToPrint, MessageState.ToDo, MessageState.ToMake];

    public static readonly IReadOnlyList<MessageState> Final =
    [
        MessageState.Delivered, MessageState.Posted, MessageState.Made, MessageState.NotMade, MessageState.Failed, MessageState.Returned,
        MessageState.Expired, MessageState.Cancelled, MessageState.Bundled, MessageState.Sunk,
    ];

    private static readonly Dictionary<MessageState, MessageState[]> After = new()
    {
        [MessageState.Waiting] = [MessageState.Held, MessageState.Sending, MessageState.ToPrint, MessageState.ToDo, MessageState.ToMake, MessageState.Stuck, MessageState.Failed, MessageState.Expired, MessageState.Cancelled, MessageState.Bundled, MessageState.Sunk, MessageState.Sent, MessageState.Delivered, MessageState.Posted],
        [MessageState.Held] = [MessageState.Waiting, MessageState.Sending, MessageState.ToPrint, MessageState.ToDo, MessageState.ToMake, MessageState.Failed, MessageState.Expired, MessageState.Cancelled, MessageState.Sunk],
        [MessageState.Sending] = [MessageState.Waiting, MessageState.Unsure, MessageState.Sent, MessageState.Delivered, MessageState.Posted, MessageState.Failed, MessageState.Stuck],
        [MessageState.Unsure] = [MessageState.Waiting, MessageState.Sent, MessageState.Delivered, MessageState.Posted, MessageState.Failed, MessageState.Stuck],
        [MessageState.Sent] = [MessageState.Delivered, MessageState.Posted, MessageState.Failed, MessageState.Returned],
        [MessageState.ToPrint] = [MessageState.InBatch, MessageState.Held, MessageState.Cancelled],
        [MessageState.InBatch] = [MessageState.Posted, MessageState.ToPrint, MessageState.Held, MessageState.Cancelled],
        [MessageState.ToDo] = [MessageState.Made, MessageState.NotMade, MessageState.Held, MessageState.Cancelled],
        [MessageState.ToMake] = [MessageState.Waiting, MessageState.Made, MessageState.NotMade, MessageState.Held, MessageState.Cancelled],
        [MessageState.Stuck] = [MessageState.Waiting, MessageState.Sent, MessageState.Delivered, MessageState.Posted, MessageState.Failed, MessageState.Cancelled],
        [MessageState.Delivered] = [MessageState.Returned],
        [MessageState.Posted] = [MessageState.Returned],
    };

    public static bool IsFinal(this MessageState state) => Final.Contains(state);

    public static bool MayBecome(this MessageState from, MessageState to) => After.TryGetValue(from, out var next) && next.Contains(to);

    public static IReadOnlyList<MessageState> Before(MessageState to) => [.. After.Where(pair => pair.Value.Contains(to)).Select(pair => pair.Key)];

    /// <summary>In words for staff.</summary>
    public static string Words(this MessageState state) => state switch
    {
        MessageState.Waiting => "Waits",
        MessageState.Held => "Held",
        MessageState.Sending => "Is being sent",
        MessageState.Unsure => "Not sure if it left",
        MessageState.Sent => "With the provider",
        MessageState.ToPrint => "To print",
        MessageState.InBatch => "In a print batch",
        MessageState.ToDo => "To do",
        MessageState.ToMake => "To be made in another format",
        MessageState.Stuck => "Stuck",
        MessageState.Delivered => "Delivered",
        MessageState.Posted => "Posted",
        MessageState.Made => "Spoken to",
        MessageState.NotMade => "Not reached",
        MessageState.Failed => "Failed",
        MessageState.Returned => "Came back",
        MessageState.Expired => "Too late",
        MessageState.Cancelled => "Stopped by us",
        MessageState.Bundled => "In another message",
        _ => "In the sink",
    };
}
