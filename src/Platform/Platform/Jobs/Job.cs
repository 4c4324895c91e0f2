using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Jobs;

internal enum JobState
{
    Waiting,
    Running,
    Done,

    /// <summary>Tried too often; somebody has to look. Run-now opens it again.</summary>
    Failed,
}

/// <summary>One row of <c>platform.jobs</c>. A recurring job is one row that waits again after each run.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Job
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Unique with the kind among open jobs (waiting or running).</summary>
    public string? Key { get; init; }

    public required string Payload { get; init; }

    public JobState State { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>While running: a host that has not renewed it by then is taken for dead.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <inheritdoc cref="ErrorText"/>
    public string? LastError { get; init; }
}
