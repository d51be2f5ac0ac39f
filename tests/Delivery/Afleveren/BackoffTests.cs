using KlachtHulp.Bot.Delivery.Afleveren;

namespace KlachtHulp.Tests.Delivery.Afleveren;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 0.0, 5)]
    [InlineData(0, 0.9, 9.5)]
    [InlineData(1, 0.0, 10)]
    [InlineData(4, 0.5, 120)]
    [InlineData(9, 0.0, 2560)]
    [InlineData(10, 0.0, 3600)]
    [InlineData(1_000_000, 0.999, 3600)]
    public void Each_failure_doubles_the_wait_up_to_an_hour(int attempts, double chance, double seconds)
        => Assert.Equal(seconds, new Backoff(() => chance).After(attempts).TotalSeconds, precision: 3);

    [Theory]
    [InlineData(60, 60)]
    [InlineData(1, 5)]
    [InlineData(100_000, 3600)]
    public void What_the_far_end_asks_is_waited_out_within_reason(int asked, int seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), new Backoff(static () => 0).After(0, TimeSpan.FromSeconds(asked)));
}
