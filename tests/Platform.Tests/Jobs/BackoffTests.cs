using Medway.LocalOffer.Platform.Jobs;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(7, 1920)]
    [InlineData(8, 3600)]
    [InlineData(1000, 3600)]
    public void After_Attempts_GrowsToAnHour(int attempts, int seconds) => Backoff.After(attempts).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void ErrorText_LongMessage_IsCutToTheColumn() =>
        ErrorText.Of(new InvalidOperationException(new string('x', 1000) + '\0')).Length.ShouldBe(ErrorText.MaximumLength);

    [Fact]
    public void ErrorText_ZeroCharacter_IsReplaced() =>
        ErrorText.Of(new InvalidOperationException("a\0b")).ShouldBe("InvalidOperationException: a b");
}
