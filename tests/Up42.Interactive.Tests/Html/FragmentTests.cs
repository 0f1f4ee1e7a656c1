namespace Up42.Interactive.Tests;

public class FragmentTests
{
    private static readonly Fragment Sample = new()
    {
        Static = Html.Format($"<table><caption>{"Scenes & <tasks>"}</caption></table>"),
        Height = 300,
        Page = new Page
        {
            Title = "Scenes \"of\" <Berlin>",
            Body = Html.Format($"<p>{"the & same"}</p>"),
            Program = new PageProgram([], "[]"u8.ToArray()),
        },
    };

    [Fact]
    public void ToHtml_without_a_page_is_the_static_part_alone()
    {
        var html = (Sample with { Page = null }).ToHtml();

        html.ShouldContain("""<div class="u42-s" tabindex="0"><table><caption>Scenes &amp; &lt;tasks&gt;</caption></table></div>""");
        html.ShouldNotContain("<iframe");
    }

    [Fact]
    public void ToHtml_holds_the_page_in_one_escaped_attribute()
    {
        var html = Sample.ToHtml();
        var srcdoc = html.Split("srcdoc=\"")[1].Split('"')[0];

        srcdoc.ShouldContain("&lt;p&gt;the &amp;amp; same&lt;/p&gt;");
        srcdoc.ShouldNotContain("<");
        html.ShouldContain("title=\"Scenes &quot;of&quot; &lt;Berlin&gt;\"");
        html.ShouldContain("height:300px");
    }

    [Fact]
    public void ToHtml_carries_no_id_outside_the_frame() => Sample.ToHtml().Split("srcdoc=")[0].ShouldNotContain(" id=");

    [Fact]
    public void ToHtml_gives_the_same_bytes_each_time() => Sample.ToHtml().ShouldBe(Sample.ToHtml());

    [Fact]
    public void ToHtml_of_too_much_is_the_static_part_and_then_a_sentence()
    {
        var fragment = new Fragment
        {
            Static = Html.Format($"<p>static {new string('s', 50_000)}</p>"),
            Page = new Page { Title = "t", Body = Html.Format($"<p>{new string('p', 100_000)}</p>") },
        };

        fragment.ToHtml(1_000_000).ShouldContain("<iframe");
        var plain = fragment.ToHtml(100_000);
        plain.ShouldNotContain("<iframe");
        plain.ShouldContain("static sss");
        plain.ShouldContain("too much for a cell, and is left out; SaveHtml(path) writes it");
        var sentence = fragment.ToHtml(40_000);
        sentence.ShouldNotContain("sss");
        sentence.ShouldContain("too much for a cell. Show a part of it.");
    }
}
