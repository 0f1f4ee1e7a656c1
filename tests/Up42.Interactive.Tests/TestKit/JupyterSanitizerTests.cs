namespace Up42.Interactive.Tests.TestKit;

public class JupyterSanitizerTests
{
    [Fact]
    public void Sanitize_keeps_tables_folds_and_pictures_and_strips_what_runs()
    {
        var html = JupyterSanitizer.Sanitize(
            """
            <style>p{color:red}</style><script>1</script><iframe srcdoc="x"></iframe><svg><text>y</text></svg>
            <table><tr><td align="right" id="a" style="color:#123456">é🛰</td></tr></table><details open><summary>more</summary></details>
            <img src="data:image/png;base64,AAAA" alt="z"><p style="color:var(--x)" role="note">p</p>
            """);

        html.Trim().ReplaceLineEndings("").ShouldBe(
            """y<table><tr><td align="right" style="color:#123456" data-jupyter-id="a">é🛰</td></tr></table>"""
            + """<details open><summary>more</summary></details><img src="data:image/png;base64,AAAA" alt="z" /><p>p</p>""");
    }
}
