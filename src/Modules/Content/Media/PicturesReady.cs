using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Medway.LocalOffer.Content.Media;

/// <summary>Whether pictures can be added. Without it families notice nothing, so the site is ready all the same, but says what is missing.</summary>
internal sealed class PicturesReady(PictureProgram program) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        !program.IsThere ? HealthCheckResult.Degraded("vipsthumbnail is missing: pictures cannot be added (Debian: libvips-tools)")
        : program.RunsWithoutNetwork ? HealthCheckResult.Healthy()
        : HealthCheckResult.Healthy("pictures are made without a network of their own being taken away: this machine forbids it"));
}
