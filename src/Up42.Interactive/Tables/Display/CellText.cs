using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What a value of a table reads as.</summary>
/// <param name="Short">What stands in the cell; null where the value is missing.</param>
/// <param name="Whole">The value to unfold, or the https address to follow, where that is longer.</param>
/// <param name="Value">A number with all its digits, where not all are shown.</param>
internal readonly record struct CellText(string? Short, string? Whole = null, string? Value = null)
{
    private const int MaxCellLength = 80;
    private const int MaxCellAddressLength = 40;
    private const int MaxCellJsonLength = 40;
    private const int MaxAddressLength = 1000;

    /// <summary>The address, where the value is one: absolute and https.</summary>
    public string? Link => IsAddress(Whole ?? Short) ? Whole ?? Short : null;

    /// <summary>The text of a value as <see cref="ColumnData.Raw"/> gives it, without the signatures of signed addresses.</summary>
    /// <param name="raw">The value.</param>
    /// <param name="type">Its column's type.</param>
    /// <param name="longest">So many characters to unfold.</param>
    public static CellText Format(object? raw, FeatureColumnType type, int longest) => raw switch
    {
        null => default,
        string text when type == FeatureColumnType.Date => new(DisplayText.DataDate(IsoDate.Parse(text), isDay: text.Length == 10)),
        string text => Text(SecretText.Hide(DisplayText.Cut(text, Limits.Default.ShownCharacters)), text.Length, longest),
        byte[] json => Json(json, longest),
        double real => Number(real),
        bool boolean => new(DisplayText.Name(boolean)),
        _ => new(NumberText.Sign(Convert.ToString(raw, CultureInfo.InvariantCulture)!)),
    };

    private static CellText Number(double number)
    {
        var shown = NumberText.Format(number);
        var isWhole = double.TryParse(shown.Replace(NumberText.Minus, "-", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var read)
            && read == number;
        return new(shown, Value: isWhole ? null : number.ToString("R", CultureInfo.InvariantCulture));
    }

    private static CellText Text(string text, int length, int longest)
    {
        var address = text.Trim();
        return IsAddress(address) ? new(ShortAddress(address), address.Length > MaxCellAddressLength ? address : null)
            : text.Length <= MaxCellLength ? new(text)
            : new(DisplayText.Cut(text, 60), Unfolded(text, length, longest));
    }

    private static bool IsAddress(string? text) =>
        text is { Length: <= MaxAddressLength }
        && text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(text, UriKind.Absolute, out _)
        && !text.Any(symbol => char.IsWhiteSpace(symbol) || symbol == '…') && UnsafeCharacters.Replace(text) == text;

    /// <summary>Host and last part of an address: "example.com/…/quicklook.png".</summary>
    private static string ShortAddress(string address)
    {
        if (address.Length <= MaxCellAddressLength)
        {
            return address;
        }

        var uri = new Uri(address);
        var last = uri.Segments[^1].Trim('/');
        return DisplayText.Cut(uri.Segments.Length <= 2 ? $"{uri.Host}/{last}" : $"{uri.Host}/…/{last}", 48);
    }

    private static CellText Json(byte[] json, int longest)
    {
        var text = SecretText.Hide(DisplayText.Cut(Encoding.UTF8.GetString(json), Limits.Default.ShownCharacters));
        return text.Length <= MaxCellJsonLength ? new(text) : new(Summary(json), Unfolded(text, json.Length, longest));
    }

    private static string Summary(byte[] json)
    {
        var element = JsonText.Parse(json);
        return element.ValueKind == JsonValueKind.Array
            ? DisplayText.Count(element.GetArrayLength(), "value")
            : $"{DisplayText.Count(element.GetPropertyCount(), "member")}: {MemberNames(element)}";
    }

    private static string MemberNames(JsonElement element) =>
        DisplayText.Cut(string.Join(", ", element.EnumerateObject().Select(member => member.Name).Take(10)), 50);

    /// <summary>The beginning of a text to unfold, and how long it is.</summary>
    private static string Unfolded(string text, int length, int longest) => text.Length <= longest
        ? text
        : $"{DisplayText.Cut(text, longest)} ({DisplayText.Count(length, "character")})";
}
