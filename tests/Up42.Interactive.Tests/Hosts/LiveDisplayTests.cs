using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Hosts;

public class LiveDisplayTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Update_within_half_a_second_waits_and_only_the_newest_is_shown()
    {
        var cell = LiveCell.Begin();
        using var live = LiveDisplay.Start(Card("0"), _time);

        live.Update(Card("1"));
        live.Update(Card("2"));
        Texts(cell).ShouldBe(["0"]);
        _time.Advance(TimeSpan.FromMilliseconds(499));
        Texts(cell).ShouldBe(["0"]);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Texts(cell).ShouldBe(["0", "2"]);
    }

    [Fact]
    public void Update_after_half_a_second_is_shown_at_once()
    {
        var cell = LiveCell.Begin();
        using var live = LiveDisplay.Start(Card("0"), _time);

        _time.Advance(TimeSpan.FromSeconds(1));
        live.Update(Card("1"));

        Texts(cell).ShouldBe(["0", "1"]);
    }

    [Fact]
    public void Update_many_times_a_second_is_shown_at_most_twice_a_second()
    {
        var cell = LiveCell.Begin();
        using var live = LiveDisplay.Start(Card("0"), _time);

        for (var i = 1; i <= 1000; i++)
        {
            live.Update(Card($"{i}"));
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Texts(cell).Count.ShouldBe(21);
        Texts(cell)[^1].ShouldBe("1000");
    }

    [Fact]
    public void End_is_shown_at_once_and_nothing_after_it()
    {
        var cell = LiveCell.Begin();
        using var live = LiveDisplay.Start(Card("0"), _time);

        live.Update(Card("1"));
        live.End(Card("end"));
        live.Update(Card("late"));
        live.End(Card("later"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Texts(cell).ShouldBe(["0", "end"]);
    }

    [Fact]
    public void End_as_it_stands_already_is_not_shown_again()
    {
        var cell = LiveCell.Begin();
        using var live = LiveDisplay.Start(Card("0"), _time);

        live.Update(Card("1"));
        _time.Advance(TimeSpan.FromSeconds(1));
        live.Update(Card("1"));
        live.End(Card("1"));

        Texts(cell).ShouldBe(["0", "1"]);
    }

    [Fact]
    public void Start_without_a_running_cell_shows_nothing()
    {
        using var live = LiveDisplay.Start(Card("0"), _time);

        live.IsShown.ShouldBeFalse();
        live.Update(Card("1"));
        live.End(Card("2"));
    }

    [Fact]
    public async Task Start_inside_work_that_shows_itself_shows_nothing()
    {
        var cell = LiveCell.Begin();
        await InsideAsync();
        using var live = LiveDisplay.Start(Card("outside"), _time);

        Texts(cell).ShouldBe(["outside"]);

        async Task InsideAsync()
        {
            LiveDisplay.Nest();
            await Task.Yield();
            using var inner = LiveDisplay.Start(Card("inside"), _time);
            inner.IsShown.ShouldBeFalse();
        }
    }

    [Fact]
    public void Card_is_a_line_with_a_bar_while_it_is_busy()
    {
        var card = new LiveCard { Text = "a <b>", IsBusy = true, Share = 0.256, Note = "slow & steady" };

        card.ToHtml().ShouldContain("<p>a &lt;b&gt;<br><progress max=\"100\" value=\"25\">25 %</progress><br>slow &amp; steady</p>");
        card.ToString().ShouldBe("a <b>; slow & steady");
        (card with { Share = null }).ToHtml().ShouldContain("<progress max=\"100\">at work</progress>");
        (card with { IsBusy = false }).ToHtml().ShouldNotContain("progress");
    }

    private static LiveCard Card(string text) => new() { Text = text };

    private static List<string?> Texts(LiveCell cell) => [.. cell.Shown.ShouldHaveSingleItem().Values.Select(value => value.ToString())];
}
