using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The frame of a card that can be searched: its page holds the static answer, and its data as far as the size allows.</summary>
internal static class CardPage
{
    private const int BudgetInBytes = 190_000;

    /// <summary>The display; without a frame where the static part leaves no room for one.</summary>
    /// <param name="title">The frame's title, as plain text.</param>
    /// <param name="answer">The static part.</param>
    /// <param name="beginning">What the frame shows where scripts do not run.</param>
    /// <param name="height">The frame's height in CSS pixels.</param>
    /// <param name="most">The most items that the data may hold.</param>
    /// <param name="write">Writes the data with so many items at most.</param>
    public static Fragment Fragment(string title, Html answer, Html beginning, int height, int most, Action<Utf8JsonWriter, int> write)
    {
        for (; most > 0; most /= 2)
        {
            var fragment = new Fragment { Static = answer, Height = height, Page = Of(title, beginning, Json(write, most)) };
            if (Encoding.UTF8.GetByteCount(fragment.ToHtml()) <= BudgetInBytes)
            {
                return fragment;
            }
        }

        return new Fragment { Static = answer };
    }

    private static Page Of(string title, Html beginning, ReadOnlyMemory<byte> json) => new()
    {
        Title = title,
        Kind = "card-page",
        Body = Html.Format($"""<div class="u42-static">{beginning}</div>"""),
        Styles = ["card.css"],
        Program = new PageProgram(["card.js.gz"], json),
    };

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter, int> write, int most)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer, most);
        }

        return bytes.WrittenMemory;
    }
}
