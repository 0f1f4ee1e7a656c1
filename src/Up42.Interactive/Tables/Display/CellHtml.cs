using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>One value of a table as markup: short, and with the whole of it to unfold.</summary>
internal static class CellHtml
{
    private const int LongestInCell = 80;
    private const int LongestOnOneLine = 40;
    private const int LongestJsonInCell = 40;
    private const int LongestUnfolded = 2000;

    public static bool IsNumber(FeatureColumnType type) => type is FeatureColumnType.Integer or FeatureColumnType.Real;

    /// <summary>A table cell; a short value stays on one line, a long one gets room.</summary>
    public static Html Cell(object? raw, FeatureColumnType type)
    {
        var value = Of(raw, type);
        return IsNumber(type) ? Html.Format($"<td align=\"right\">{value}</td>")
            : raw is string { Length: > LongestOnOneLine } or byte[] { Length: > LongestJsonInCell } ? Html.Format($"<td class=\"u42-t\">{value}</td>")
            : Html.Format($"<td class=\"u42-n\">{value}</td>");
    }

    /// <summary>The markup of a value as <see cref="ColumnData.Raw"/> gives it.</summary>
    public static Html Of(object? raw, FeatureColumnType type) => raw switch
    {
        null => Html.Text("–"),
        string text when type == FeatureColumnType.Date => Html.Text(Date(text)),
        string text => Text(text),
        byte[] json => Json(json),
        double real => Html.Text(NumberText.Of(real)),
        bool boolean => Html.Text(boolean ? "true" : "false"),
        _ => Html.Text(Convert.ToString(raw, CultureInfo.InvariantCulture)),
    };

    /// <summary>"2020-03-30", or with a time "2020-03-30 17:02 UTC".</summary>
    private static string Date(string text)
    {
        var date = IsoDate.Parse(text);
        var zone = date.Offset == TimeSpan.Zero ? "'UTC'" : "zzz";
        var time = date.Second == 0 && date.Millisecond == 0 ? "HH:mm" : "HH:mm:ss";
        return text.Length == 10 ? text : date.ToString($"yyyy-MM-dd {time} {zone}", CultureInfo.InvariantCulture);
    }

    private static Html Text(string text)
    {
        var address = text.Trim();
        if (address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !address.Any(char.IsWhiteSpace))
        {
            return Html.Link(address, ShortAddress(address));
        }

        return text.Length <= LongestInCell ? Html.Text(text) : Folded(Cut(text, 60), Html.Text(Unfolded(text)));
    }

    /// <summary>Host and last part of an address: "example.com/…/quicklook.png".</summary>
    private static string ShortAddress(string address)
    {
        if (address.Length <= 40 || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return Cut(address, LongestInCell);
        }

        var last = uri.Segments[^1].Trim('/');
        return Cut(uri.Segments.Length <= 2 ? $"{uri.Host}/{last}" : $"{uri.Host}/…/{last}", 48);
    }

    private static Html Json(byte[] json)
    {
        var text = Encoding.UTF8.GetString(json);
        return text.Length <= LongestJsonInCell
            ? Html.Format($"<code>{text}</code>")
            : Folded(Summary(json), Html.Format($"<code>{Unfolded(text)}</code>"));
    }

    private static string Summary(byte[] json)
    {
        var element = JsonElement.Parse(json);
        return element.ValueKind == JsonValueKind.Array
            ? Plural(element.GetArrayLength(), "value")
            : $"{Plural(element.GetPropertyCount(), "member")}: {Cut(string.Join(", ", element.EnumerateObject().Select(member => member.Name)), 50)}";
    }

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static Html Folded(string summary, Html whole) => Html.Format($"<details><summary>{summary}</summary>{whole}</details>");

    private static string Unfolded(string text) => text.Length <= LongestUnfolded
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text[..LongestUnfolded]}… ({text.Length:N0} characters)");

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(length - 1)]}…";
}
